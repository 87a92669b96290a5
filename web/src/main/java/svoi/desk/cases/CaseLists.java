package svoi.desk.cases;

import svoi.cases.Cards;
import svoi.cases.Duplicates;
import svoi.cases.Persons;

/// Ways to find persons.
record CaseLists(Cards cards, Persons persons, Duplicates duplicates) {}
