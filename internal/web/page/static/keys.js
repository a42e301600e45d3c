// Keys for those who like them; nothing needs them. "/" goes to the search, "j" and "k" to the next and the previous row.
"use strict";
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select, [contenteditable]")) return;
  if (e.key === "/") {
    e.preventDefault();
    document.getElementById("find").focus();
    return;
  }
  if (e.key !== "j" && e.key !== "k") return;
  const rows = [...document.querySelectorAll(".rows > li, .stack tbody tr, .card")].map((r) => r.querySelector("a")).filter(Boolean);
  const here = rows.findIndex((a) => a.closest("li, tr, .card")?.contains(document.activeElement));
  rows[e.key === "j" ? Math.min(here + 1, rows.length - 1) : Math.max(here - 1, 0)]?.focus();
});
