"""PyTorch behind the protocol of ScriptContestant.cs."""

import os
import sys
import time

import torch

SAMPLES = 32
INFER_ONE, TRAIN_ONE, INFER_BATCH = 1, 2, 3
ACTIVATIONS = {"Sigmoid": torch.nn.Sigmoid, "Tanh": torch.nn.Tanh, "Relu": torch.nn.ReLU}

torch.set_num_threads(1)
folder, sizes, hidden, last = sys.argv[1:]
sizes = [int(size) for size in sizes.split(",")]


def read(name):
    path = os.path.join(folder, name)
    return torch.frombuffer(bytearray(open(path, "rb").read()), dtype=torch.float32)


def build():
    layers = []
    for layer, (ins, outs) in enumerate(zip(sizes, sizes[1:])):
        layers.append(torch.nn.Linear(ins, outs))
        activation = hidden if layer < len(sizes) - 2 else last
        if activation != "Softmax":
            layers.append(ACTIVATIONS[activation]())
    return torch.nn.Sequential(*layers)


model = build()
inputs = read("inputs").view(SAMPLES, -1)
targets = read("targets").view(SAMPLES, -1)
outputs = torch.zeros_like(targets)


def set_parameters():
    with torch.no_grad():
        torch.nn.utils.vector_to_parameters(read("parameters"), model.parameters())


def loss_of(output, target):
    if last == "Softmax":
        return torch.nn.functional.cross_entropy(output, target)
    return 0.5 * (output - target).square().sum() / len(target)


def infer(first, count):
    with torch.inference_mode():
        output = model(inputs[first : first + count])
        outputs[first : first + count] = output.softmax(1) if last == "Softmax" else output


def train(optimizer, first, count):
    optimizer.zero_grad()
    loss_of(model(inputs[first : first + count]), targets[first : first + count]).backward()
    optimizer.step()


def run(work, times, rate):
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    start = time.perf_counter_ns()
    for n in range(times):
        if work == INFER_ONE:
            infer(n % SAMPLES, 1)
        elif work == TRAIN_ONE:
            train(optimizer, n % SAMPLES, 1)
        elif work == INFER_BATCH:
            infer(0, SAMPLES)
        else:
            train(optimizer, 0, SAMPLES)
    return time.perf_counter_ns() - start


set_parameters()
for line in sys.stdin:
    command, *arguments = line.split()
    if command == "time":
        print(run(int(arguments[0]), int(arguments[1]), float(arguments[2])))
    elif command == "parameters":
        print(*torch.nn.utils.parameters_to_vector(model.parameters()).tolist())
    elif command == "outputs":
        print(*outputs.flatten().tolist())
    else:
        set_parameters()
        print()
    sys.stdout.flush()
