declare const MAY_IMPORT: { readonly [room: string]: readonly string[] };
export = MAY_IMPORT;
