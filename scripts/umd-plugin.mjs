/** Serves packages that are no ES modules to the tests, as the bundler does to users: `export default` of what they export. */
export function umdPlugin(names = ['papaparse']) {
  return {
    name: 'umd',
    transform({path, body}) {
      if (!names.some((name) => path.includes(`/node_modules/${name}/`)) || typeof body !== 'string')
        return undefined;
      return `const module = {exports: {}}, exports = module.exports;\n${body}\nexport default module.exports;\n`;
    },
  };
}
