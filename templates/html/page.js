"use strict";
// Long tables: sorted by their heads, searched in a field. It moves and hides rows, and writes no HTML.
(() => {
  const made = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const words = (text) => text.trim().replace(/\s+/g, " ");
  const value = (row, column) => {
    const cell = row.cells[column];
    const day = cell.querySelector("time");
    const text = words(cell.textContent);
    const figure = parseFloat(text.replace(/[^0-9.-]+/g, ""));
    if (cell.classList.contains("digits") && !Number.isNaN(figure)) return { kind: 0, figure, text };
    return { kind: 1, figure: 0, text: day ? day.dateTime : text };
  };
  const compared = (one, other) =>
    one.kind - other.kind || one.figure - other.figure || one.text.localeCompare(other.text, "en-GB", { numeric: true });

  const sorted = (table, head) => {
    const upwards = head.getAttribute("aria-sort") !== "ascending";
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => ({ row, key: value(row, head.cellIndex) }));
    rows.sort((one, other) => (upwards ? compared(one.key, other.key) : compared(other.key, one.key)));
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", upwards ? "ascending" : "descending");
    body.append(...rows.map(({ row }) => row));
  };

  const searched = (table, field, count) => {
    const asked = words(field.value).toLocaleLowerCase("en-GB").split(" ");
    const rows = Array.from(table.tBodies[0].rows);
    for (const row of rows) {
      const text = words(row.textContent).toLocaleLowerCase("en-GB");
      row.hidden = !asked.every((word) => text.includes(word));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = shown === rows.length ? `${rows.length} rows` : `${shown} of ${rows.length} rows`;
  };

  for (const holder of document.querySelectorAll(".table.long")) {
    const table = holder.querySelector("table");
    for (const head of table.tHead.rows[0].cells) {
      const button = made("button", { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => sorted(table, head));
      head.append(button);
    }
    const field = made("input", { type: "search", autocomplete: "off" });
    const count = made("span", { className: "quiet" });
    count.setAttribute("role", "status");
    field.addEventListener("input", () => searched(table, field, count));
    searched(table, field, count);
    holder.before(made("p", { className: "search" }, made("label", {}, "Search this table ", field), " ", count));
    // A link to a row that is not shown shows it again.
    addEventListener("hashchange", () => {
      const row = document.getElementById(location.hash.slice(1))?.closest("tr");
      if (!row?.hidden || !table.contains(row)) return;
      field.value = "";
      searched(table, field, count);
      row.scrollIntoView();
    });
  }
})();
