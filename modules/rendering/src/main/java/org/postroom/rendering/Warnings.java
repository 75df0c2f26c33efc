package org.postroom.rendering;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks at who a message says it is from. Finds what is odd, and never says that something is safe.
 */
public final class Warnings {

    private static final int LONGEST = 1_000;
    private static final SpoofChecker SCRIPTS =
            new SpoofChecker.Builder()
                    .setChecks(SpoofChecker.RESTRICTION_LEVEL)
                    .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
                    .build();
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Warnings() {}

    /**
     * What is odd about this sender, in the order of {@link Warning.Kind}.
     *
     * @param fromFields how many From fields the header has
     * @param name the decoded display name, empty when there is none
     * @param address the address of the sender
     * @param replyTo the addresses in Reply-To
     */
    public static List<Warning> of(
            int fromFields, String name, String address, List<String> replyTo) {
        var warnings = new ArrayList<Warning>();
        if (fromFields > 1) {
            warnings.add(
                    new Warning(
                            Warning.Kind.SEVERAL_FROM_FIELDS,
                            address,
                            Integer.toString(fromFields)));
        }
        otherAddress(bounded(name), address).ifPresent(warnings::add);
        invisible(bounded(name)).ifPresent(warnings::add);
        scripts(domain(bounded(address))).ifPresent(warnings::add);
        elsewhere(address, replyTo).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Optional<Warning> otherAddress(String name, String address) {
        var visible = withoutInvisible(name);
        int at = visible.indexOf('@');
        while (at >= 0) {
            var found = addressAround(visible, at);
            if (!found.isEmpty() && !found.equalsIgnoreCase(address)) {
                return Optional.of(new Warning(Warning.Kind.OTHER_ADDRESS_IN_NAME, name, found));
            }
            at = visible.indexOf('@', at + 1);
        }
        return Optional.empty();
    }

    private static String withoutInvisible(String name) {
        var out = new StringBuilder();
        name.codePoints().filter(c -> !isInvisible(c)).forEach(out::appendCodePoint);
        return out.toString().replace('＠', '@');
    }

    private static String addressAround(String text, int at) {
        int start = at;
        int end = at + 1;
        while (start > 0 && isOfAddress(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && isOfAddress(text.charAt(end))) {
            end++;
        }
        var found = text.substring(start, end);
        boolean complete = start < at && found.indexOf('.', at - start) > 0;
        return complete ? found : "";
    }

    private static boolean isOfAddress(char c) {
        return Character.isLetterOrDigit(c) || "._+-%=".indexOf(c) >= 0;
    }

    private static Optional<Warning> invisible(String name) {
        return name.codePoints()
                .filter(Warnings::isInvisible)
                .mapToObj(c -> Objects.requireNonNullElse(UCharacter.getExtendedName(c), ""))
                .map(found -> new Warning(Warning.Kind.INVISIBLE_CHARACTERS_IN_NAME, name, found))
                .findFirst();
    }

    /** Joiners and variation selectors belong to names in many scripts, and to emoji. */
    private static boolean isInvisible(int c) {
        boolean joiner = c == 0x200C || c == 0x200D;
        boolean format = Character.getType(c) == Character.FORMAT && !joiner;
        return format || Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x034F;
    }

    private static String domain(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1);
        var unicode = new StringBuilder();
        NAMES.nameToUnicode(domain, unicode, new IDNA.Info());
        return unicode.toString().toLowerCase(Locale.ROOT);
    }

    /** Label by label: a Greek name under .com is nothing odd. */
    private static Optional<Warning> scripts(String domain) {
        for (var label : domain.split("\\.", -1)) {
            if (SCRIPTS.failsChecks(label)) {
                return Optional.of(
                        new Warning(Warning.Kind.MIXED_SCRIPTS_IN_DOMAIN, domain, label));
            }
            if (passesForLatin(label)) {
                return Optional.of(
                        new Warning(
                                Warning.Kind.LOOKALIKE_DOMAIN,
                                domain,
                                LOOKALIKES.getSkeleton(label)));
            }
        }
        return Optional.empty();
    }

    /** No Latin letter in it, and yet it reads as Latin from end to end. */
    private static boolean passesForLatin(String label) {
        return label.chars().noneMatch(c -> c < 0x80 && Character.isLetter(c))
                && label.chars().anyMatch(c -> c >= 0x80)
                && LOOKALIKES.getSkeleton(label).chars().allMatch(c -> c < 0x80);
    }

    private static Optional<Warning> elsewhere(String address, List<String> replyTo) {
        var home = domain(bounded(address));
        return replyTo.stream()
                .filter(other -> !isRelated(home, domain(bounded(other))))
                .findFirst()
                .map(other -> new Warning(Warning.Kind.REPLY_TO_ELSEWHERE, address, other));
    }

    /** The same domain, or one within the other. */
    private static boolean isRelated(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
