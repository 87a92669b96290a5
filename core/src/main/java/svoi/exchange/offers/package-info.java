/// Those who may be offered: who is available on a day and what stands between, what is asked and
/// examined before, the act by which each may leave, and whether all are treated alike.
///
/// Nothing is stored of whether somebody is available; nothing overrides a consent or a wish. What
/// was said about a fear of return is read by who asks about it, and by nobody else (R28). Every
/// service logs what it did or showed before it answers.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("offers")
package svoi.exchange.offers;
