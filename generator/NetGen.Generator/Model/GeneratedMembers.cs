namespace NetGen.Generator.Model;

/// <summary>
/// The names and signatures that a generated part adds to a class: what users call, and what they cannot declare.
/// </summary>
internal static class GeneratedMembers
{
    private static readonly string[] Sizes = ["InputSize", "OutputSize", "ParameterCount"];

    private static readonly string[] Costs =
        ["ForwardMultiplyAdds", "BackwardMultiplyAdds", "ParameterBytes", "InferenceBytes", "TrainingBytes"];

    /// <summary>Names of the generated part's own storage and nested types.</summary>
    private static readonly string[] Implementation = ["Kernels", "Kernels256", "Kernels128", "Parameters", "_parameters", "_workspace"];

    private static readonly string[] FrozenImplementation = ["Kernels", "Kernels256", "Kernels128", "Weights"];

    /// <summary>Whether a class with this loss has the overloads that take class labels.</summary>
    public static bool HasLabels(FunctionChoice loss) => loss.BuiltIn is "SoftmaxCrossEntropy" or "CategoricalCrossEntropy";

    /// <summary>The keyword of the type that the network calculates in.</summary>
    public static string Scalar(Precision precision) => precision == Precision.Double ? "double" : "float";

    /// <summary>The interface that the class implements, by its loss, by whether it can be trained and whether it is frozen.</summary>
    public static Contract ContractOf(FunctionChoice loss, bool training, bool isFrozen) => (isFrozen, training, HasLabels(loss)) switch
    {
        (true, _, _) => Contract.Model,
        (_, false, _) => Contract.Predictor,
        (_, true, false) => Contract.Network,
        (_, true, true) => Contract.Classifier,
    };

    /// <summary>An interface of the runtime library as C# writes it.</summary>
    public static string Interface(Contract contract, Precision precision) =>
        $"global::NetGen.I{contract}<{Scalar(precision)}>";

    /// <summary>The members of a network, in the order in which a reader meets them.</summary>
    /// <param name="type">The class as it names itself, such as <c>Digits</c>.</param>
    /// <param name="layers">The layers, for their parameters' views.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="precision">The arithmetic.</param>
    /// <param name="training">Whether it can be trained.</param>
    /// <param name="jacobian">Whether it gives its Jacobian.</param>
    public static IEnumerable<GeneratedMember> Of(
        string type, IReadOnlyList<LayerModel> layers, FunctionChoice loss, Precision precision, bool training, bool jacobian)
    {
        var scalar = Scalar(precision);
        return Constants(layers, training)
            .Concat(Inference(layers, scalar))
            .Concat(jacobian ? [Jacobian(scalar)] : [])
            .Concat(training ? Training(scalar) : [])
            .Concat(training && HasLabels(loss) ? LabelTraining(scalar) : [])
            .Concat(Parameters(type, scalar))
            .Concat(Views(layers, scalar))
            .Concat(Implementation.Select(name => new GeneratedMember(MemberKind.Implementation, "", name, Contract.None)));
    }

    /// <summary>The members of a network whose parameters are frozen, which are static.</summary>
    /// <param name="layers">The layers, for those that can be looked at.</param>
    /// <param name="precision">The arithmetic.</param>
    /// <param name="jacobian">Whether it gives its Jacobian.</param>
    public static IEnumerable<GeneratedMember> OfFrozen(
        IReadOnlyList<LayerModel> layers, Precision precision, bool jacobian) => Constants(layers, training: false)
        .Concat(Inference(layers, Scalar(precision)))
        .Concat(jacobian ? [Jacobian(Scalar(precision))] : [])
        .Concat(FrozenImplementation.Select(name => new GeneratedMember(MemberKind.Implementation, "", name, Contract.None)));

    /// <summary>The method that gives a gradient: the arguments, and behind them what receives the derivatives.</summary>
    /// <param name="names">The names of its parameters.</param>
    public static GeneratedMember OfGradient(GradientModel model, GradientNames names)
    {
        var scalar = Scalar(model.Precision);
        var arguments = model.Parameters.Select(parameter => new Parameter(parameter.Type, Parsing.Identifiers.Escape(parameter.Name)));
        var derivatives = model.Parameters.Where(parameter => parameter.IsWanted).Select(parameter => parameter.IsVector
            ? Span(scalar, names.Derivative(parameter.Name))
            : new Parameter(scalar, names.Derivative(parameter.Name), IsReference: true));
        return new(MemberKind.Method, scalar, model.Method + "Gradient", Contract.None, [.. arguments, .. derivatives]);
    }

    private static IEnumerable<GeneratedMember> Constants(IReadOnlyList<LayerModel> layers, bool training)
    {
        foreach (var name in Sizes)
            yield return new(MemberKind.Constant, "int", name, Contract.Model);
        yield return new(MemberKind.Constant, "int", "BatchSize", training ? Contract.Network : Contract.None);
        foreach (var name in Costs)
            yield return new(MemberKind.Constant, "long", name, Contract.None);
        foreach (var visible in layers.Select(layer => layer.Visible).OfType<VisibleModel>())
            yield return new(MemberKind.Constant, "int", visible.Size, Contract.None);
    }

    private static IEnumerable<GeneratedMember> Inference(IReadOnlyList<LayerModel> layers, string scalar)
    {
        Parameter input = ReadOnly(scalar, "input"), inputs = ReadOnly(scalar, "inputs");
        yield return Model("void", "Forward", input, Span(scalar, "output"));
        yield return Model("void", "ForwardBatch", inputs, Span(scalar, "outputs"));
        yield return Model("void", "ForwardLogits", input, Span(scalar, "logits"));
        yield return Model("int", "Classify", input);
        foreach (var visible in layers.Select(layer => layer.Visible).OfType<VisibleModel>())
            yield return Method(Contract.None, "void", visible.Method, input, Span(scalar, visible.Parameter));
    }

    private static GeneratedMember Jacobian(string scalar) => new(
        MemberKind.Method,
        "void",
        "ComputeJacobian",
        Contract.Differentiable,
        ReadOnly(scalar, "input"),
        Span(scalar, "output"),
        Span(scalar, "jacobian"));

    private static IEnumerable<GeneratedMember> Training(string scalar)
    {
        Parameter input = ReadOnly(scalar, "input"), target = ReadOnly(scalar, "target");
        foreach (var member in OneSample(Contract.Network, scalar, input, target))
            yield return member;

        Parameter inputs = ReadOnly(scalar, "inputs"), targets = ReadOnly(scalar, "targets");
        yield return Network(scalar, "ComputeLossBatch", inputs, targets);
        yield return Network(scalar, "ComputeGradientsBatch", inputs, targets, Span(scalar, "gradients"));
        yield return Network(scalar, "ComputeInputGradientsBatch", inputs, targets, Span(scalar, "inputGradients"));
        yield return Network(scalar, "TrainBatch", inputs, targets, new(scalar, "learningRate"));
        yield return Network(scalar, "TrainSequence", inputs, targets, new(scalar, "learningRate"));
        yield return Network(
            scalar, "AccumulateGradients", inputs, targets, new(scalar, "scale"), Span(scalar, "packedGradients"), Workspace(scalar));
        yield return Network("void", "AddWeightDecay", new(scalar, "scale"), Span(scalar, "packedGradients"));
        yield return Network(scalar, "WeightDecayPenalty");
        yield return Network(Workspace(scalar).Type, "CreateWorkspace");
    }

    private static IEnumerable<GeneratedMember> LabelTraining(string scalar)
    {
        Parameter input = ReadOnly(scalar, "input"), label = new("int", "label");
        foreach (var member in OneSample(Contract.Classifier, scalar, input, label))
            yield return member;

        Parameter inputs = ReadOnly(scalar, "inputs"), labels = ReadOnly("int", "labels");
        yield return Classifier(scalar, "ComputeLossBatch", inputs, labels);
        yield return Classifier(scalar, "ComputeGradientsBatch", inputs, labels, Span(scalar, "gradients"));
        yield return Classifier(scalar, "ComputeInputGradientsBatch", inputs, labels, Span(scalar, "inputGradients"));
        yield return Classifier(scalar, "TrainBatch", inputs, labels, new(scalar, "learningRate"));
        yield return Classifier(scalar, "TrainSequence", inputs, labels, new(scalar, "learningRate"));
        yield return Classifier(
            scalar, "AccumulateGradients", inputs, labels, new(scalar, "scale"), Span(scalar, "packedGradients"), Workspace(scalar));
    }

    private static IEnumerable<GeneratedMember> OneSample(Contract contract, string scalar, Parameter input, Parameter expected)
    {
        yield return Method(contract, scalar, "ComputeLoss", input, expected);
        yield return Method(contract, scalar, "ComputeGradients", input, expected, Span(scalar, "gradients"));
        yield return Method(contract, scalar, "ComputeInputGradients", input, expected, Span(scalar, "inputGradients"));
        yield return Method(contract, scalar, "TrainStep", input, expected, new(scalar, "learningRate"));
    }

    private static IEnumerable<GeneratedMember> Parameters(string type, string scalar)
    {
        yield return new(MemberKind.Property, "global::NetGen.ParameterLayout", "Layout", Contract.Predictor);
        yield return new(MemberKind.Property, Span(scalar, "").Type, "PackedParameters", Contract.Predictor);
        yield return Predictor("void", "Initialize", new Parameter("int", "seed"));
        yield return Predictor("void", "CopyParametersTo", Span(scalar, "parameters"));
        yield return Predictor("void", "SetParameters", ReadOnly(scalar, "parameters"));
        yield return Method(Contract.None, "void", "CopyTo", new Parameter(type, "other"));
    }

    private static IEnumerable<GeneratedMember> Views(IReadOnlyList<LayerModel> layers, string scalar)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            switch (layers[i])
            {
                case StandardizeModel:
                    yield return Vector($"Mean{i + 1}");
                    yield return Vector($"Scale{i + 1}");
                    break;
                case AffineModel layer:
                    yield return View("Matrix", $"Weights{i + 1}");
                    if (layer.Bias)
                        yield return Vector($"Bias{i + 1}");
                    break;
            }

            foreach (var learnable in layers[i].Learnables)
                yield return Vector(learnable.ViewName(i + 1));
        }

        GeneratedMember Vector(string name) => View("Vector", name);

        GeneratedMember View(string kind, string name) =>
            new(MemberKind.Property, $"global::NetGen.{kind}View<{scalar}>", name, Contract.None);
    }

    private static GeneratedMember Model(string type, string name, params Parameter[] parameters) =>
        Method(Contract.Model, type, name, parameters);

    private static GeneratedMember Predictor(string type, string name, params Parameter[] parameters) =>
        Method(Contract.Predictor, type, name, parameters);

    private static GeneratedMember Network(string type, string name, params Parameter[] parameters) =>
        Method(Contract.Network, type, name, parameters);

    private static GeneratedMember Classifier(string type, string name, params Parameter[] parameters) =>
        Method(Contract.Classifier, type, name, parameters);

    private static GeneratedMember Method(Contract contract, string type, string name, params Parameter[] parameters) =>
        new(MemberKind.Method, type, name, contract, parameters);

    private static Parameter Span(string scalar, string name) => new($"global::System.Span<{scalar}>", name);

    private static Parameter ReadOnly(string scalar, string name) => new($"global::System.ReadOnlySpan<{scalar}>", name);

    private static Parameter Workspace(string scalar) => new($"global::NetGen.Workspace<{scalar}>", "workspace");
}

internal enum MemberKind
{
    Constant,
    Property,
    Method,

    /// <summary>Not public: its name is taken, and nobody calls it.</summary>
    Implementation,
}

/// <summary>The interface of the runtime library that asks for a member.</summary>
internal enum Contract
{
    None,

    /// <summary><c>NetGen.IModel&lt;T&gt;</c>.</summary>
    Model,

    /// <summary><c>NetGen.IPredictor&lt;T&gt;</c>.</summary>
    Predictor,

    /// <summary><c>NetGen.INetwork&lt;T&gt;</c>.</summary>
    Network,

    /// <summary><c>NetGen.IClassifier&lt;T&gt;</c>.</summary>
    Classifier,

    /// <summary><c>NetGen.IDifferentiable&lt;T&gt;</c>.</summary>
    Differentiable,
}

/// <summary>One member of a generated part. Types are written as C# writes them, from <c>global::</c> on.</summary>
internal sealed record GeneratedMember(
    MemberKind Kind, string Type, string Name, Contract Contract, params Parameter[] Parameters);

/// <param name="IsReference">Whether it is an <c>out</c> parameter.</param>
internal sealed record Parameter(string Type, string Name, bool IsReference = false);
