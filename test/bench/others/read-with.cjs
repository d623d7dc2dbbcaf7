/** Reads one file with one library, in a process of its own: prints cells that hold something, processor time and peak memory. */
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [folder, library, file] = process.argv.slice(2);
const requireOther = createRequire(folder);

const readers = {
  xlsx: (bytes) => {
    const { read, utils } = requireOther("xlsx");
    return {
      read: async () => read(bytes),
      count: ({ Sheets }) => Object.values(Sheets).reduce((sum, sheet) => sum + utils.sheet_to_json(sheet, { header: 1, raw: true }).flat().filter(isFilled).length, 0),
    };
  },
  exceljs: (bytes) => {
    const { Workbook } = requireOther("exceljs");
    const workbook = new Workbook();
    return {
      read: async () => workbook.xlsx.load(bytes),
      count: () => {
        let cells = 0;
        workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => (cells += cell.isMerged && cell.master !== cell ? 0 : 1))));
        return cells;
      },
    };
  },
};

function isFilled(value) {
  return value !== undefined && value !== null && value !== "";
}

async function measure() {
  const bytes = readFileSync(file);
  // Loading the library is not reading the file.
  const { read, count } = readers[library](bytes);
  const from = process.cpuUsage();
  const workbook = await read();
  const { user, system } = process.cpuUsage(from);
  process.stdout.write(JSON.stringify({ cells: count(workbook), milliseconds: (user + system) / 1000, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
}

void measure();
