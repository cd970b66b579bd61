"""Trains 64-32-10 relu with Adam, full batches: reads weights and data as safetensors, writes the weights that it reaches."""
import json
import struct
import sys

import torch


def load(path):
    with open(path, "rb") as file:
        length, = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {
        name: torch.frombuffer(data, dtype=torch.float64, offset=entry["data_offsets"][0],
                               count=(entry["data_offsets"][1] - entry["data_offsets"][0]) // 8).reshape(entry["shape"]).clone()
        for name, entry in header.items()
    }


def save(tensors, path):
    header, data = {}, b""
    for name, tensor in tensors.items():
        numbers = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {"dtype": "F64", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


weights, inputs, labels, steps, rate, result = sys.argv[1:]
model = torch.nn.Sequential(torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Linear(32, 10)).double()
model.load_state_dict(load(weights))
x = torch.tensor([[float(number) for number in line.split()] for line in open(inputs)], dtype=torch.float64)
y = torch.tensor([int(line) for line in open(labels)])
optimizer = torch.optim.Adam(model.parameters(), lr=float(rate))
for _ in range(int(steps)):
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
save(model.state_dict(), result)
