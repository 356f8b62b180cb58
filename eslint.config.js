import tseslint from 'typescript-eslint'

export default tseslint.config(
  {ignores: ['node_modules/', 'out/', '.cache/', '.dist/']},
  tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', {max: 300}],
      'max-params': ['error', {max: 4}],
      'max-lines-per-function': ['error', {max: 60, skipComments: true, skipBlankLines: true}],
      // A scanner is one long decision, and no clearer in pieces.
      complexity: ['error', {max: 30}],
      'no-console': 'error',
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none'}],
      '@typescript-eslint/consistent-type-imports': ['error', {disallowTypeAnnotations: false}],
    },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      // With the types: a promise that nobody waits for loses its error.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // A name says more than “default”, and is the same everywhere.
      'no-restricted-syntax': ['error', {selector: 'ExportDefaultDeclaration', message: 'Export by name.'}],
    },
  },
  {
    // Types for packages that have none must export as these do.
    files: ['**/*.d.ts'],
    rules: {'no-restricted-syntax': 'off'},
  },
  {
    // What runs in the page is sent there as text: it must carry all of its helpers with it.
    files: ['src/render/pdf/measure.ts', 'src/render/pdf/place.ts'],
    rules: {'max-lines-per-function': 'off'},
  },
  {
    files: ['tests/**'],
    rules: {'max-lines-per-function': 'off', 'no-console': 'off'},
  },
)
