declare module "jest-axe" {
  export function axe(
    element: Element | string,
  ): Promise<{ readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[] }>;
}
