// SPDX-License-Identifier: EUPL-1.2
// The library warns at its start that it keeps everything in memory. Here that is meant so, and the
// terminal of the demo is for who runs it. Imported before the library.
const warn = console.warn;
console.warn = (text, ...more) => {
  if (!String(text).includes('oidc-provider WARNING')) warn(text, ...more);
};
