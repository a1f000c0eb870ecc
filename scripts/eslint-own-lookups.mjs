// An ESLint rule of the house: tables are read by the text of a file with ownOf, or they are Maps.
// `table["constructor"]` is a function of Object.prototype, and `table["__proto__"] = x` is no entry: both have ended the linter before.
import ts from "typescript";

/** Indexing an object by a text whose value the types do not know. Arrays and typed arrays are indexed by numbers. */
export const ownLookups = {
  meta: {
    type: "problem",
    messages: { own: "Read with ownOf (core/text/own.ts) or use a Map: names of Object.prototype are no entries." },
    schema: [],
  },
  create: (context) => {
    const services = context.sourceCode.parserServices;
    const isText = (type) => (type.isUnion() ? type.types.some(isText) : (type.flags & ts.TypeFlags.String) !== 0);
    return {
      "MemberExpression[computed=true]": (node) => {
        if (isText(services.getTypeAtLocation(node.property))) context.report({ node, messageId: "own" });
      },
    };
  },
};
