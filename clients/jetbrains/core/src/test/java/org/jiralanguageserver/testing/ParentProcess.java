package org.jiralanguageserver.testing;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentState;

/** An IDE that will be killed: starts an agent in a folder, says so, and does nothing more. */
public final class ParentProcess {
  private ParentProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    Agent agent = Agent.start(TestAgent.options(Path.of(arguments[0]), "file"), new RecordingUi(), null);
    agent.onState(state -> {
      if (state instanceof AgentState.Ready) ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
    });
    new CountDownLatch(1).await();
  }
}
