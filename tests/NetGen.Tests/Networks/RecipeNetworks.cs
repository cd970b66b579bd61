namespace NetGen.Tests.Networks;

// Networks of docs/recipes.md.

// recipe: Critic
[Network(4, Loss = Loss.Huber, WeightDecay = 0.001)]
[Dense(24, Activation.Relu)]
[Dense(2)]
public sealed partial class Critic { }
// end

// recipe: Player
[Network(4, Loss = Loss.Huber, Training = false)]
[Dense(24, Activation.Relu)]
[Dense(2)]
public sealed partial class Player { }
// end

// recipe: Driver
[Network(4, Training = false)]
[Dense(8, Activation.Tanh)]
[Dense(1, Activation.Tanh)]
public sealed partial class Driver { }
// end

// recipe: Plant
[Network(3, Precision = Precision.Double, Jacobian = true)]
[Dense(8, Activation.Tanh)]
[Dense(2)]
public sealed partial class Plant { }
// end
