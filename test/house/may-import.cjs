/**
 * Who may import whom, in one table. A room may also import from itself.
 * model ← notation ← indicators ← reading ← (checks | filling | plans) ← inspection ← (taskpane, workbench, cli); hosts know only the model.
 */
const MAY_IMPORT = {
  model: [],
  notation: ["model"],
  indicators: ["notation", "model"],
  reading: ["indicators", "notation", "model"],
  checks: ["indicators", "notation", "model"],
  filling: ["indicators", "notation", "model"],
  plans: ["indicators", "notation", "model"],
  inspection: ["checks", "filling", "plans", "reading", "indicators", "notation", "model"],
  hosts: ["model"],
  taskpane: ["inspection", "hosts", "indicators", "notation", "model"],
  workbench: ["taskpane", "inspection", "hosts", "indicators", "notation", "model"],
  addin: ["taskpane", "inspection", "hosts", "indicators", "notation", "model"],
  cli: ["inspection", "hosts", "indicators", "notation", "model"],
};

module.exports = MAY_IMPORT;
