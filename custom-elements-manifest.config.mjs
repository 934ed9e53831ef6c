import {posix} from 'node:path';

/** Understands the kit's own `define('gt-x', GtX)`: which class stands behind which tag. */
const definitions = {
  name: 'definitions',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, name] = node.arguments;
    if (!tag || !name || !ts.isStringLiteral(tag)) return;
    const imported = node
      .getSourceFile()
      .statements.find(
        (statement) =>
          ts.isImportDeclaration(statement) && statement.importClause?.getText().includes(name.getText()),
      );
    if (!imported) return;
    const module = posix
      .join(posix.dirname(moduleDoc.path), imported.moduleSpecifier.text)
      .replace(/\.js$/, '.ts');
    (moduleDoc.exports ??= []).push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: {name: name.getText(), module},
    });
  },
  packageLinkPhase({customElementsManifest: {modules}}) {
    const defined = modules.flatMap(({exports = []}) =>
      exports.filter(({kind}) => kind === 'custom-element-definition'),
    );
    for (const {name, declaration} of defined) {
      const found = modules
        .find(({path}) => path === declaration.module)
        ?.declarations?.find((candidate) => candidate.name === declaration.name);
      if (found) Object.assign(found, {tagName: name, customElement: true});
    }
  },
};

/** Names the published files instead of the sources: `src/define/gt-x.ts` becomes `dist/gt-x.js`. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({customElementsManifest}) {
    const published = (path) => {
      const define = /^src\/define\/(gt-[\w-]+)\.ts$/.exec(path);
      if (define) return `dist/${define[1]}.js`;
      return path.replace(/^src\//, 'dist/types/').replace(/\.ts$/, '.d.ts');
    };
    for (const module of customElementsManifest.modules) {
      module.path = published(module.path);
      for (const {declaration} of module.exports ?? []) {
        if (declaration?.module) declaration.module = published(declaration.module.replace(/^\//, ''));
      }
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(
          ({privacy, name}) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
        );
      }
    }
    // What no reader needs: modules of helpers, which declare no element.
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({exports = [], declarations = []}) =>
        exports.some(({kind}) => kind === 'custom-element-definition') ||
        declarations.some(({kind}) => kind === 'class' || kind === 'mixin'),
    );
    // The analyzer takes files as the disk hands them out, in an order that changes from run to run.
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/gt-*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts', '**/*.harness.ts', '**/*.d.ts', 'src/define/gt-portal.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [definitions, publishedPaths],
};
