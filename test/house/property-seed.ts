import fc from "fast-check";

// One seed for everybody: a run that is green here is green there. PROPERTY_SEED tries others.
fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 20260401) });
