using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>A loss that the user wrote, of each output or of all outputs together.</summary>
internal static class OwnLoss
{
    public static LossDefinition Define(FunctionModel function) => new(
        LossTable.Itself,
        function.TakesVectors
            ? (builder, operands) => builder.Add(operands.Loss, new Lowering(builder, function, operands).Lower(function.Formula))
            : LossTable.Each((z, y) => function.Formula.Transform(node => node is Variable variable
                ? variable.Name == function.Arguments[0] ? z : y
                : node)),
        IsMeanByDefault: !function.TakesVectors);

    /// <summary>Gives sums over the outputs, and single outputs, tensors of their own.</summary>
    private sealed class Lowering(ForwardBuilder builder, FunctionModel function, LossOperands operands)
    {
        private readonly Dictionary<string, Read> _scalars = new(StringComparer.Ordinal);

        public Expr Lower(Expr formula) => formula.Transform(node => node switch
        {
            Element { IsRunning: true } running => Vector(running).At(),
            Element single => Scalar(single, $"{(IsPrediction(single) ? "prediction" : "target")}_{single.Place}", tensor => builder.Add(
                tensor,
                new Compare(Comparison.Equal, new IndexValue(operands.Z.Axes[0]), single.Place) * Vector(single).At(),
                operands.Z.Axes)),
            Total total => Scalar(total, $"sum_{_scalars.Count + 1}", tensor => builder.Add(tensor, total.Term, operands.Z.Axes)),
            _ => node,
        });

        private bool IsPrediction(Element element) => element.Vector == function.Arguments[0];

        private Tensor Vector(Element element) => IsPrediction(element) ? operands.Z : operands.Target!;

        private Read Scalar(Expr value, string name, Action<Tensor> write)
        {
            if (!_scalars.TryGetValue(value.Key, out var read))
            {
                var tensor = ForwardBuilder.Temporary(name);
                write(tensor);
                _scalars.Add(value.Key, read = tensor.At());
            }

            return read;
        }
    }
}
