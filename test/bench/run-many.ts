import { measureMany } from "./measure-many";

/** 全市区町村の計測 — 1,788 workbooks, or 60 with --short; --keep=FILE.xlsx keeps the roll-up to be looked at. */
const kept = process.argv.find((arg) => arg.startsWith("--keep="))?.slice("--keep=".length);
void measureMany(process.argv.includes("--short") ? 60 : 1788, kept);
