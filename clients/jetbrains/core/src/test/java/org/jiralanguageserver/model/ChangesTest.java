package org.jiralanguageserver.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.wire.JiraJson;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final List<Issue> BEFORE = List.of(issue("ABC-1", "one"), issue("ABC-2", "two"), issue("ABC-3", "three"));

  @Test
  void whatChangedTakesThePlaceOfWhatWasThereAndWhatIsGoneGoes() {
    IssuesChangedParams change = change("\"removed\": [\"ABC-1\"]", issue("ABC-3", "drei"));
    assertEquals(List.of(issue("ABC-2", "two"), issue("ABC-3", "drei")), Changes.apply(BEFORE, change));
  }

  @Test
  void theOrderIsThatOfTheServerAndWhatIsNewStandsWhereItSays() {
    IssuesChangedParams change = change("\"removed\": [], \"order\": [\"ABC-3\", \"ABC-9\", \"ABC-1\", \"ABC-2\"]", issue("ABC-9", "nine"));
    assertEquals(List.of("ABC-3", "ABC-9", "ABC-1", "ABC-2"), Changes.apply(BEFORE, change).stream().map(Issue::key).toList());
  }

  @Test
  void whatTheOrderNamesAndNobodyToldOfIsLeftOut() {
    IssuesChangedParams change = change("\"removed\": [], \"order\": [\"ABC-2\", \"ABC-7\"]");
    assertEquals(List.of("ABC-2"), Changes.apply(BEFORE, change).stream().map(Issue::key).toList());
  }

  private static IssuesChangedParams change(String rest, Issue... issues) {
    JsonObject change = JsonParser.parseString("{\"refresh\": \"r\", \"provider\": \"p\", \"at\": \"2026-03-02T07:45:10.000Z\", \"last\": true, " + rest + "}").getAsJsonObject();
    change.add("issues", JiraJson.gson().toJsonTree(List.of(issues)));
    return JiraJson.fromJson(change, IssuesChangedParams.class);
  }

  private static Issue issue(String key, String summary) {
    return JiraJson.gson().fromJson(
        "{\"provider\": \"p\", \"key\": \"" + key + "\", \"id\": \"1\", \"url\": \"https://jira.example.com/browse/" + key + "\", \"summary\": \"" + summary + "\", "
            + "\"type\": {\"name\": \"Bug\", \"subtask\": false}, \"status\": {\"name\": \"Open\", \"category\": \"new\"}, \"project\": {\"key\": \"ABC\", \"name\": \"ABC\"}, "
            + "\"labels\": [], \"created\": \"2026-03-01T09:30:00.000Z\", \"updated\": \"2026-03-01T09:30:00.000Z\"}",
        Issue.class);
  }
}
