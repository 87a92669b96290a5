package svoi.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What one visitor's network, and all visitors together, may ask for.
///
/// @param searches per minute and network; 0 for no budget
/// @param searchBurst how many at once
/// @param suggestions of the search box per minute and network, several for each name typed
/// @param suggestionBurst how many at once
/// @param namedPages pages of the API with names per minute and network; 0 for no budget
/// @param namedPageBurst how many at once
/// @param signIns tries to sign in to the desk per minute and network; 0 for no budget
/// @param signInBurst how many at once
/// @param messages sent at the anonymous door, and receipts tried, per minute and network; 0 for no
///     budget
/// @param messageBurst how many at once
/// @param renders pages in the making at once in this process
/// @param idle how long a connection may say nothing
@ConfigurationProperties("svoi.limits")
public record LimitSettings(
    @DefaultValue("60") int searches,
    @DefaultValue("120") int searchBurst,
    @DefaultValue("240") int suggestions,
    @DefaultValue("300") int suggestionBurst,
    @DefaultValue("120") int namedPages,
    @DefaultValue("240") int namedPageBurst,
    @DefaultValue("30") int signIns,
    @DefaultValue("60") int signInBurst,
    @DefaultValue("20") int messages,
    @DefaultValue("40") int messageBurst,
    @DefaultValue("128") int renders,
    @DefaultValue("20s") Duration idle) {}
