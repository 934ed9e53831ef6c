import tseslint from 'typescript-eslint';
import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';

/** Ways in which text from data could become markup or script. Lit's bindings are the only way to the screen. */
const unsafeSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((name) => ({
  selector: `MemberExpression[property.name="${name}"]`,
  message: `Untrusted text must never become markup: ${name} is not used. Use a Lit template or textContent.`,
}));

export default tseslint.config(
  {ignores: ['dist*/**', 'node_modules/**', '.cache/**', 'bench/results/**', 'src/platform.d.ts']},
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: {...lit['flat/recommended'].plugins, ...wc['flat/best-practice'].plugins, 'lit-a11y': litA11y},
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      ...lit['flat/recommended'].rules,
      ...wc['flat/best-practice'].rules,
      ...litA11y.configs.recommended.rules,
      'wc/guard-super-call': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', ignoreRestSiblings: true}],
      'prefer-const': ['error', {ignoreReadBeforeAssign: true}],
      // Lists and radio groups hear keys once, on the container.
      'lit-a11y/click-events-have-key-events': 'off',
      // Safari forgets that a list without bullets is one.
      'lit-a11y/no-redundant-role': 'off',
      'no-restricted-syntax': ['error', ...unsafeSinks],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {group: ['lit/directives/unsafe-*'], message: 'Untrusted text must never become markup.'},
          ],
        },
      ],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-this-alias': 'off',
      // Chai's assertions are typed as promises by the accessibility plugin; the rule would flag every one.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
