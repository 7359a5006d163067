// SPDX-License-Identifier: EUPL-1.2
// One file without imports: it works as an ordinary script and as a module.
import { build } from "esbuild";

await build({
  entryPoints: ["src/main.ts"],
  outfile: "../src/gemeengoed/web/frame/static/widget/gemeengoed-chat.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  banner: { js: "// SPDX-License-Identifier: EUPL-1.2" },
});
