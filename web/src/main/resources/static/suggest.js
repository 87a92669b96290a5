// Suggestions of the search box, by the combobox pattern of ARIA. Without it the form works as it is.
"use strict";
document.querySelectorAll("form[data-suggest]").forEach((form) => {
  const { suggest, language, label, some, none } = form.dataset;
  const input = form.elements.q;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let active = -1, timer, asked;

  const set = (element, attributes) =>
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  const go = (option) => location.assign(option.dataset.page);
  const mark = (number) => {
    active = number;
    [...list.children].forEach((option, n) => set(option, { "aria-selected": n === number }));
    set(input, { "aria-activedescendant": list.children[number]?.id ?? "" });
    list.children[number]?.scrollIntoView({ block: "nearest" });
  };
  const show = (people, said) => {
    list.replaceChildren(...people.map((person, n) => {
      const option = document.createElement("li");
      set(option, { role: "option", id: list.id + n, "data-page": person.page });
      option.textContent = person.name;
      return option;
    }));
    list.hidden = !people.length;
    status.textContent = said;
    set(input, { "aria-expanded": !list.hidden });
    mark(-1);
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    show([], "");
  };
  const ask = async () => {
    const typed = input.value.trim();
    asked?.abort();
    if (typed.length < 2) return close();
    asked = new AbortController();
    try {
      const address = `${suggest}?lang=${language}&q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: asked.signal, credentials: "omit" });
      const people = answer.ok ? (await answer.json()).suggestions : [];
      show(people, people.length ? some.replace("#", people.length) : none);
    } catch (failure) {
      if (failure.name !== "AbortError") close();
    }
  };

  set(list, { id: input.id + "-list", role: "listbox", class: "suggest", "aria-label": label });
  set(status, { role: "status", class: "vh" });
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id });
  input.parentElement.append(list);
  form.append(status);
  close();
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length + 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && count > 1) close();
    else if (event.key === "Enter" && active >= 0) go(list.children[active]);
    else if (step && count > 1) mark(((active + 1 + step + count) % count) - 1);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => go(event.target.closest("li")));
});
