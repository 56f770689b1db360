// How the search orders what it finds: a section that is called what was typed comes before the page it stands on.
var Scorer = {
  score: ([docname, title, anchor, descr, score, filename, kind]) => (kind === "title" && anchor ? score + 10 : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
