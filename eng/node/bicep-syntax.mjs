// Parses every .bicep and .bicepparam file under a folder with the grammar of tree-sitter, and fails with file:line:column
// for each place that is no Bicep. It knows the syntax alone: types and resource versions are checked by `bicep build`
// in continuous integration, where the compiler can be had.
//   node eng/node/bicep-syntax.mjs infra
//   node eng/node/bicep-syntax.mjs infra --list     also prints one line of JSON per file: its strings and object keys
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const Parser = require("web-tree-sitter");

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node bicep-syntax.mjs FOLDER [--list]");
  process.exit(2);
}

const files = statSync(folder).isDirectory()
  ? readdirSync(folder, { recursive: true })
      .filter((name) => /\.bicep(param)?$/.test(name))
      .sort()
      .map((name) => join(folder, name))
  : [folder];

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Parser.Language.load(require.resolve("tree-sitter-bicep/tree-sitter-bicep.wasm")));

const mistakes = [];
for (const file of files) {
  const tree = parser.parse(source(file));
  mistakes.push(...errors(tree.rootNode).map((node) => describe(file, node)));
  if (flags.includes("--list")) console.log(JSON.stringify({ file, ...contents(tree.rootNode) }));
}

for (const mistake of mistakes) console.error(mistake);
if (files.length === 0) console.error(`${folder} holds no Bicep file.`);
if (mistakes.length > 0 || files.length === 0) process.exit(1);
console.error(`${files.length} files, no syntax error`);

/** The grammar knows no parameter files: their `param x = 1` has the form of a template's `var x = 1`, at the same columns. */
function source(file) {
  const text = readFileSync(file, "utf8");
  return file.endsWith(".bicepparam") ? text.replace(/^param(?= )/gm, "var  ") : text;
}

/** The innermost nodes that the grammar could not place. */
function errors(node) {
  if (node.isMissing) return [node];
  if (!node.hasError) return [];
  const inside = node.children.flatMap(errors);
  return inside.length > 0 ? inside : [node];
}

function describe(file, node) {
  const { row, column } = node.startPosition;
  const what = node.isMissing ? `${node.type} is missing` : `not understood: ${JSON.stringify(node.text.split("\n")[0].slice(0, 60))}`;
  return `${file}:${row + 1}:${column + 1}: ${what}`;
}

/** Every key of an object and every piece of a string, for checks of what the files say. */
function contents(root) {
  const keys = new Set();
  for (const property of root.descendantsOfType("object_property")) keys.add(property.firstChild.text.replace(/^'|'$/g, ""));
  const strings = new Set(root.descendantsOfType("string_content").map((node) => node.text));
  return { keys: [...keys], strings: [...strings] };
}
