declare const boundaries: { readonly forbidden: readonly { readonly name: string; readonly comment: string; readonly severity: string }[] };
export = boundaries;
