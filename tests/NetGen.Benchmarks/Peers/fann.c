// Networks of tanh alone in FANN, Debian's libfann. It has neither relu nor softmax.

#include <fann.h>
#include <stdlib.h>
#include <string.h>

#include "peer.h"

struct peer {
    struct fann *network;
    struct fann_train_data *samples;
    float *outputs;
};

void *peer_create(char name, int count, const int *sizes, const float *inputs, const float *targets) {
    if (name != 'B' && name != 'D')
        return NULL;

    unsigned int layers[8];
    for (int l = 0; l < count; l++)
        layers[l] = sizes[l];
    const unsigned int ins = layers[0], outs = layers[count - 1];

    struct peer *peer = malloc(sizeof *peer);
    peer->outputs = calloc(PEER_SAMPLES * outs, sizeof(float));
    peer->network = fann_create_standard_array(count, layers);
    // f(z) = tanh(steepness * z), and the error of squares where the default is a steeper one.
    fann_set_activation_function_hidden(peer->network, FANN_SIGMOID_SYMMETRIC);
    fann_set_activation_function_output(peer->network, FANN_SIGMOID_SYMMETRIC);
    fann_set_activation_steepness_hidden(peer->network, 1);
    fann_set_activation_steepness_output(peer->network, 1);
    fann_set_train_error_function(peer->network, FANN_ERRORFUNC_LINEAR);

    peer->samples = fann_create_train(PEER_SAMPLES, ins, outs);
    for (unsigned int s = 0; s < PEER_SAMPLES; s++) {
        memcpy(peer->samples->input[s], inputs + s * ins, ins * sizeof(float));
        memcpy(peer->samples->output[s], targets + s * outs, outs * sizeof(float));
    }
    return peer;
}

void peer_destroy(void *handle) {
    struct peer *peer = handle;
    fann_destroy_train(peer->samples);
    fann_destroy(peer->network);
    free(peer->outputs);
    free(peer);
}

// FANN keeps each unit's weights together, the bias last.
static void copy_parameters(struct peer *peer, float *values, int to_network) {
    float *own = peer->network->weights;
    for (struct fann_layer *layer = peer->network->first_layer + 1; layer != peer->network->last_layer; layer++) {
        const int outs = layer->last_neuron - layer->first_neuron - 1;
        const int ins = (layer - 1)->last_neuron - (layer - 1)->first_neuron - 1;
        for (int o = 0; o < outs; o++)
            for (int i = 0; i <= ins; i++, own++) {
                float *canonical = i < ins ? values + o * ins + i : values + outs * ins + o;
                if (to_network)
                    *own = *canonical;
                else
                    *canonical = *own;
            }
        values += outs * ins + outs;
    }
}

void peer_set_parameters(void *peer, const float *values) { copy_parameters(peer, (float *)values, 1); }

void peer_get_parameters(void *peer, float *values) { copy_parameters(peer, values, 0); }

void peer_get_outputs(void *handle, float *values) {
    struct peer *peer = handle;
    memcpy(values, peer->outputs, PEER_SAMPLES * fann_get_num_output(peer->network) * sizeof(float));
}

static void infer(struct peer *peer, int sample) {
    const int outs = fann_get_num_output(peer->network);
    memcpy(peer->outputs + sample * outs, fann_run(peer->network, peer->samples->input[sample]), outs * sizeof(float));
}

void peer_run(void *handle, int work, int times, float learning_rate) {
    struct peer *peer = handle;
    // Where an output is a tanh, FANN halves the difference to the target.
    fann_set_learning_rate(peer->network, 2 * learning_rate);
    fann_set_training_algorithm(peer->network, work == TRAIN_BATCH ? FANN_TRAIN_BATCH : FANN_TRAIN_INCREMENTAL);

    for (int n = 0; n < times; n++) {
        const int s = n % PEER_SAMPLES;
        switch (work) {
        case INFER_ONE:
            infer(peer, s);
            break;
        case TRAIN_ONE:
            fann_train(peer->network, peer->samples->input[s], peer->samples->output[s]);
            break;
        case INFER_BATCH:
            for (int i = 0; i < PEER_SAMPLES; i++)
                infer(peer, i);
            break;
        case TRAIN_BATCH:
            fann_train_epoch(peer->network, peer->samples);
            break;
        }
    }
}
