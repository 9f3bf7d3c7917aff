// A table as a CSV file, as spreadsheet programs of this country open it: UTF-8 with a mark, parted by semicolons.

const field = (cell) => {
  const text = typeof cell === "object" ? cell.per_cent.toFixed(1).replace(".", ",") : String(cell);
  // What a spreadsheet would take for a formula is made text.
  const safe = /^[=+\-@\t\r]/.test(text) && typeof cell === "string" ? `'${text}` : text;
  return /[;"\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const saveCsv = (table) => {
  const lines = [table.heads, ...table.rows].map((row) => row.map(field).join(";"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
  link.download = `${table.name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
