import jest from "eslint-plugin-jest";
import prettier from "eslint-config-prettier";
import reactHooks from "eslint-plugin-react-hooks";
import testingLibrary from "eslint-plugin-testing-library";
import tseslint from "typescript-eslint";

const officeGlobals = ["Excel", "Office", "OfficeExtension"].map((name) => ({
  name,
  message: "Only src/hosts/excel knows Office; everything else goes through the host port in src/hosts/host.ts.",
}));

export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ignores: ["dist/", "node_modules/", "coverage/", "out/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": ["error", ...officeGlobals],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all" }],
      // Indexed access is checked by the compiler; the assertion says what a bound just proved.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  // The one place that speaks to Office.
  { files: ["src/hosts/excel/**/*.ts", "test/hosts/excel/**/*.ts", "test/support/excel/**/*.ts"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["src/**/*.tsx", "src/taskpane/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    ...jest.configs["flat/recommended"],
    rules: {
      ...jest.configs["flat/recommended"].rules,
      "jest/no-disabled-tests": "error",
      "jest/no-focused-tests": "error",
      "jest/expect-expect": "off",
      "jest/no-conditional-expect": "off",
      "jest/no-standalone-expect": "off",
      "jest/valid-title": "off",
    },
  },
  // What several test files use stands in test/support and may hold expectations of its own.
  { files: ["test/support/**/*.ts", "test/hosts/contract/host-*.ts"], rules: { "jest/no-export": "off" } },
  { files: ["**/*.cjs", "webpack.config.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["test/**/*.tsx"], ...testingLibrary.configs["flat/react"] },
  prettier,
);
