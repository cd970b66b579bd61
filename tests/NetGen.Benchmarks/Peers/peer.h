// What a peer written in C or C++ exports. Peers/NativePeer.cs loads it as a shared library and calls it, so that the
// loop that is timed runs inside the library.
//
// Parameters are in canonical order: for each layer the weights as [output][input], then the biases.
// Inputs and targets are PEER_SAMPLES samples, row by row; they stay the caller's and stay where they are.

#pragma once

enum { PEER_SAMPLES = 32 };

enum peer_work { INFER_ONE = 1, TRAIN_ONE = 2, INFER_BATCH = 3, TRAIN_BATCH = 4 };

#ifdef __cplusplus
#define PEER_EXPORT extern "C" __attribute__((visibility("default")))
#else
#define PEER_EXPORT __attribute__((visibility("default")))
#endif

// Makes one of the networks A to E, whose layer sizes are sizes[0 .. count - 1]; null where the peer has no such network.
PEER_EXPORT void *peer_create(char name, int count, const int *sizes, const float *inputs, const float *targets);

PEER_EXPORT void peer_destroy(void *peer);

PEER_EXPORT void peer_set_parameters(void *peer, const float *values);

PEER_EXPORT void peer_get_parameters(void *peer, float *values);

// The outputs of all samples that were inferred last.
PEER_EXPORT void peer_get_outputs(void *peer, float *values);

// Does a work so many times. Works on one sample take the samples in turn.
PEER_EXPORT void peer_run(void *peer, int work, int times, float learning_rate);
