// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A field of a screen of Jira.
 * @param id For instance {@code summary} or {@code customfield_10104}; it is the same in every language.
 * @param name In the user's language.
 * @param required Whether Jira insists on a value.
 * @param kind What the value of a field is. A value is given in its plain form: text, a number, a date ({@code yyyy-MM-dd}), a time (RFC 3339), the name of a user or a group, the key of an issue or a project, the id of a sprint, and for everything that has {@code allowedValues} the id of one of them; a {@code cascade} takes two ids, the outer one first; {@code timeTracking} takes {@code { "originalEstimate"?: seconds, "remainingEstimate"?: seconds }}. A field that is {@code multiple} takes an array. For {@code markup} text goes to Jira as it is, and {@code { "markdown": text }} is turned into wiki markup. Objects of any other shape go to Jira as they are.
 * @param multiple Whether it takes several values, as an array.
 * @param hasDefault Whether Jira fills in a value where none is given.
 * @param allowedValues The values to choose from, where Jira tells; absent where any fitting value will do.
 * @param type Jira's own name of the type, for instance {@code string} or the key of a custom field's type.
 */
public record Field(
    String id,
    String name,
    boolean required,
    FieldKind kind,
    boolean multiple,
    boolean hasDefault,
    @Nullable List<FieldOption> allowedValues,
    String type
) {
  public Field {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    allowedValues = allowedValues == null ? null : List.copyOf(allowedValues);
    Objects.requireNonNull(type, "type");
  }
}
