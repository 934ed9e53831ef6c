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
      for (const entry of module.exports ?? []) {
        if (entry.declaration?.module)
          entry.declaration.module = published(entry.declaration.module.replace(/^\//, ''));
      }
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(
          (member) => member.privacy !== 'private' && !member.name.startsWith('#'),
        );
        for (const member of declaration.members ?? []) delete member.inheritedFrom?.module;
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      (module) => (module.declarations?.length ?? 0) > 0 || (module.exports?.length ?? 0) > 0,
    );
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts', '**/*.harness.ts', '**/*.d.ts', 'src/define/gt-portal.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [publishedPaths],
};
