package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jiralanguageserver.protocol.Preset;
import org.jiralanguageserver.protocol.PresetId;
import org.jiralanguageserver.wire.JiraJson;
import org.junit.jupiter.api.Test;

class QueryMenuTest {
  @Test
  void offersNoneThatThisClientCannotAskFor() {
    Preset mine = preset("assignedToMe");
    Preset ofALaterAgent = preset("notedOnTheMoon");
    assertEquals(PresetId.UNKNOWN, ofALaterAgent.id());
    assertEquals(List.of(mine), QueryMenu.known(List.of(ofALaterAgent, mine)));
  }

  private static Preset preset(String id) {
    return JiraJson.gson().fromJson("{\"id\": \"" + id + "\", \"title\": \"A query\", \"jql\": \"project = ABC\"}", Preset.class);
  }
}
