// Comfort only: the page says everything without this.
(function () {
  "use strict";
  var field = document.getElementById("filter");
  if (!field) { return; }
  var cards = Array.prototype.slice.call(document.querySelectorAll("#incidents .card"));
  var count = document.getElementById("filter-count");
  field.closest(".filter").hidden = false;
  function fold(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }
  var texts = cards.map(function (card) { return fold(card.textContent); });
  field.addEventListener("input", function () {
    var wanted = fold(field.value.trim());
    var shown = 0;
    cards.forEach(function (card, index) {
      card.hidden = wanted !== "" && texts[index].indexOf(wanted) < 0;
      if (!card.hidden) { shown += 1; }
    });
    count.textContent = wanted === "" ? "" : shown + " / " + cards.length;
  });
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var card = target && target.closest(".card");
    if (card && card.hidden) { field.value = ""; field.dispatchEvent(new Event("input")); target.scrollIntoView(); }
  });
})();
