// Networks A to E in C++ as fixed-size loops: every size is a template parameter, so that the compiler may unroll and
// vectorise as it likes. OUTPUT_MAJOR says which way weights are stored: 1 [output][input], 0 [input][output].

#include <cmath>
#include <cstring>

#include "peer.h"

#define INLINE inline __attribute__((always_inline))
#define NOINLINE __attribute__((noinline))
#define ALIGNED alignas(64)

namespace {

enum Activation { SIGMOID, TANH, RELU, SOFTMAX };

template <int Inputs, int Outputs, Activation Kind>
struct Dense {
    enum { I = Inputs, O = Outputs, PARAMETERS = Inputs * Outputs + Outputs };

    ALIGNED float weights[I * O];
    ALIGNED float biases[O];
    ALIGNED float weightGradients[I * O];
    ALIGNED float biasGradients[O];

    static INLINE int at(int i, int o) { return OUTPUT_MAJOR ? o * I + i : i * O + o; }

    INLINE void forward(const float *__restrict x, float *__restrict a) const {
        if (OUTPUT_MAJOR) {
            for (int o = 0; o < O; o++) {
                float sum = biases[o];
                for (int i = 0; i < I; i++)
                    sum += weights[o * I + i] * x[i];
                a[o] = sum;
            }
        } else {
            ALIGNED float sums[O];
            for (int o = 0; o < O; o++)
                sums[o] = biases[o];
            for (int i = 0; i < I; i++)
                for (int o = 0; o < O; o++)
                    sums[o] += x[i] * weights[i * O + o];
            for (int o = 0; o < O; o++)
                a[o] = sums[o];
        }
        activate(a);
    }

    static INLINE void activate(float *a) {
        if (Kind == SIGMOID) {
            for (int o = 0; o < O; o++)
                a[o] = 1.f / (1.f + expf(-a[o]));
        } else if (Kind == TANH) {
            for (int o = 0; o < O; o++)
                a[o] = tanhf(a[o]);
        } else if (Kind == RELU) {
            for (int o = 0; o < O; o++)
                a[o] = a[o] > 0 ? a[o] : 0;
        } else {
            float max = a[0];
            for (int o = 1; o < O; o++)
                max = a[o] > max ? a[o] : max;
            float sum = 0;
            for (int o = 0; o < O; o++) {
                a[o] = expf(a[o] - max);
                sum += a[o];
            }
            const float scale = 1.f / sum;
            for (int o = 0; o < O; o++)
                a[o] *= scale;
        }
    }

    // Turns the gradient by the activations into that by the weighted sums. Softmax stands before cross entropy, which
    // together have the gradient a - y already.
    static INLINE void differentiate(float *__restrict delta, const float *__restrict a) {
        for (int o = 0; o < O; o++) {
            if (Kind == SIGMOID)
                delta[o] *= a[o] * (1 - a[o]);
            else if (Kind == TANH)
                delta[o] *= 1 - a[o] * a[o];
            else if (Kind == RELU)
                delta[o] = a[o] > 0 ? delta[o] : 0;
        }
    }

    INLINE void backward(const float *__restrict delta, float *__restrict inputGradients) const {
        if (OUTPUT_MAJOR) {
            for (int i = 0; i < I; i++)
                inputGradients[i] = 0;
            for (int o = 0; o < O; o++)
                for (int i = 0; i < I; i++)
                    inputGradients[i] += delta[o] * weights[o * I + i];
        } else {
            for (int i = 0; i < I; i++) {
                float sum = 0;
                for (int o = 0; o < O; o++)
                    sum += delta[o] * weights[i * O + o];
                inputGradients[i] = sum;
            }
        }
    }

    static INLINE void addOuterProduct(
        float *__restrict w, float *__restrict b, const float *__restrict x, const float *__restrict delta, float scale) {
        if (OUTPUT_MAJOR) {
            for (int o = 0; o < O; o++)
                for (int i = 0; i < I; i++)
                    w[o * I + i] += scale * delta[o] * x[i];
        } else {
            for (int i = 0; i < I; i++)
                for (int o = 0; o < O; o++)
                    w[i * O + o] += scale * x[i] * delta[o];
        }
        for (int o = 0; o < O; o++)
            b[o] += scale * delta[o];
    }

    INLINE void clearGradients() {
        memset(weightGradients, 0, sizeof weightGradients);
        memset(biasGradients, 0, sizeof biasGradients);
    }

    INLINE void addGradients(float scale) {
        for (int i = 0; i < I * O; i++)
            weights[i] += scale * weightGradients[i];
        for (int o = 0; o < O; o++)
            biases[o] += scale * biasGradients[o];
    }

    void setParameters(const float *values) {
        for (int o = 0; o < O; o++)
            for (int i = 0; i < I; i++)
                weights[at(i, o)] = values[o * I + i];
        memcpy(biases, values + I * O, sizeof biases);
    }

    void getParameters(float *values) const {
        for (int o = 0; o < O; o++)
            for (int i = 0; i < I; i++)
                values[o * I + i] = weights[at(i, o)];
        memcpy(values + I * O, biases, sizeof biases);
    }
};

// Layers one after the other: the first, and the chain of the others.
template <class... Layers>
struct Chain;

template <class Last>
struct Chain<Last> {
    enum { I = Last::I, O = Last::O };

    Last last;

    INLINE void forward(const float *x, float *y) const { last.forward(x, y); }

    // Forward, then back: gives the gradient by x and hands each layer's input and delta to use.
    template <class Use>
    INLINE void pass(const float *x, const float *target, float *inputGradients, Use use) {
        ALIGNED float y[O], delta[O];
        last.forward(x, y);
        for (int o = 0; o < O; o++)
            delta[o] = y[o] - target[o];
        last.differentiate(delta, y);
        if (inputGradients)
            last.backward(delta, inputGradients);
        use(last, x, delta);
    }

    template <class Use>
    INLINE void eachLayer(Use use) { use(last); }
};

template <class First, class... Others>
struct Chain<First, Others...> {
    enum { I = First::I, O = Chain<Others...>::O };

    First first;
    Chain<Others...> others;

    INLINE void forward(const float *x, float *y) const {
        ALIGNED float a[First::O];
        first.forward(x, a);
        others.forward(a, y);
    }

    template <class Use>
    INLINE void pass(const float *x, const float *target, float *inputGradients, Use use) {
        ALIGNED float a[First::O], delta[First::O];
        first.forward(x, a);
        others.pass(a, target, delta, use);
        first.differentiate(delta, a);
        if (inputGradients)
            first.backward(delta, inputGradients);
        use(first, x, delta);
    }

    template <class Use>
    INLINE void eachLayer(Use use) {
        use(first);
        others.eachLayer(use);
    }
};

struct Peer {
    virtual ~Peer() {}
    virtual void run(int work, int times, float learningRate) = 0;
    virtual void setParameters(const float *values) = 0;
    virtual void getParameters(float *values) = 0;
    virtual void getOutputs(float *values) = 0;
};

template <class Layers>
struct Network : Peer {
    enum { I = Layers::I, O = Layers::O };

    Layers layers;
    ALIGNED float outputs[PEER_SAMPLES * O];
    const float *inputs;
    const float *targets;

    Network(const float *inputs, const float *targets) : inputs(inputs), targets(targets) {}

    NOINLINE void inferOne(const float *x, float *y) { layers.forward(x, y); }

    NOINLINE void trainOne(const float *x, const float *target, float learningRate) {
        layers.pass(x, target, nullptr, [=](auto &layer, const float *x, const float *delta) {
            layer.addOuterProduct(layer.weights, layer.biases, x, delta, -learningRate);
        });
    }

    NOINLINE void inferBatch(const float *x, float *y) {
        for (int s = 0; s < PEER_SAMPLES; s++)
            layers.forward(x + s * I, y + s * O);
    }

    NOINLINE void trainBatch(const float *x, const float *target, float learningRate) {
        layers.eachLayer([](auto &layer) { layer.clearGradients(); });
        for (int s = 0; s < PEER_SAMPLES; s++)
            layers.pass(x + s * I, target + s * O, nullptr, [](auto &layer, const float *x, const float *delta) {
                layer.addOuterProduct(layer.weightGradients, layer.biasGradients, x, delta, 1.f);
            });
        layers.eachLayer([=](auto &layer) { layer.addGradients(-learningRate / PEER_SAMPLES); });
    }

    void run(int work, int times, float learningRate) override {
        for (int n = 0; n < times; n++) {
            const int s = n % PEER_SAMPLES;
            switch (work) {
            case INFER_ONE: inferOne(inputs + s * I, outputs + s * O); break;
            case TRAIN_ONE: trainOne(inputs + s * I, targets + s * O, learningRate); break;
            case INFER_BATCH: inferBatch(inputs, outputs); break;
            case TRAIN_BATCH: trainBatch(inputs, targets, learningRate); break;
            }
        }
    }

    void setParameters(const float *values) override {
        layers.eachLayer([&](auto &layer) {
            layer.setParameters(values);
            values += layer.PARAMETERS;
        });
    }

    void getParameters(float *values) override {
        layers.eachLayer([&](auto &layer) {
            layer.getParameters(values);
            values += layer.PARAMETERS;
        });
    }

    void getOutputs(float *values) override { memcpy(values, outputs, sizeof outputs); }
};

using A = Chain<Dense<2, 3, SIGMOID>, Dense<3, 2, SOFTMAX>>;
using B = Chain<Dense<8, 16, TANH>, Dense<16, 16, TANH>, Dense<16, 1, TANH>>;
using C = Chain<Dense<64, 32, RELU>, Dense<32, 10, SOFTMAX>>;
using D = Chain<Dense<64, 64, TANH>, Dense<64, 64, TANH>, Dense<64, 10, TANH>>;
using E = Chain<Dense<784, 128, RELU>, Dense<128, 10, SOFTMAX>>;

} // namespace

void *peer_create(char name, int, const int *, const float *inputs, const float *targets) {
    Peer *peer = nullptr;
    switch (name) {
    case 'A': peer = new Network<A>(inputs, targets); break;
    case 'B': peer = new Network<B>(inputs, targets); break;
    case 'C': peer = new Network<C>(inputs, targets); break;
    case 'D': peer = new Network<D>(inputs, targets); break;
    case 'E': peer = new Network<E>(inputs, targets); break;
    }
    return peer;
}

void peer_destroy(void *peer) { delete static_cast<Peer *>(peer); }

void peer_set_parameters(void *peer, const float *values) { static_cast<Peer *>(peer)->setParameters(values); }

void peer_get_parameters(void *peer, float *values) { static_cast<Peer *>(peer)->getParameters(values); }

void peer_get_outputs(void *peer, float *values) { static_cast<Peer *>(peer)->getOutputs(values); }

void peer_run(void *peer, int work, int times, float learningRate) {
    static_cast<Peer *>(peer)->run(work, times, learningRate);
}
