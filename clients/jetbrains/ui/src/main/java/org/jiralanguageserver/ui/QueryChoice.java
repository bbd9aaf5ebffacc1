package org.jiralanguageserver.ui;

import java.util.function.BiConsumer;
import org.jiralanguageserver.model.IssueListModel;
import org.jiralanguageserver.model.Query;
import org.jiralanguageserver.protocol.Filter;
import org.jiralanguageserver.protocol.Preset;
import org.jiralanguageserver.protocol.SavedQuery;

/** What becomes of a query that is chosen, and how queries are kept and forgotten. */
final class QueryChoice implements QueryMenu.Choice {
  private final IssueListModel model;
  private final BiConsumer<String, Query> ask;
  private final SaveQueryBox box = new SaveQueryBox(this::keep);

  /** @param ask is given what is to be asked for, and how it reads */
  QueryChoice(IssueListModel model, BiConsumer<String, Query> ask) {
    this.model = model;
    this.ask = ask;
  }

  /** Where a query that is to be kept gets its name. */
  SaveQueryBox box() {
    return box;
  }

  @Override
  public void preset(Preset preset) {
    ask.accept(preset.jql(), Query.preset(preset.id()));
  }

  @Override
  public void saved(SavedQuery query) {
    ask.accept(query.jql(), Query.jql(query.jql()));
  }

  @Override
  public void filter(Filter filter) {
    ask.accept(filter.jql(), Query.filter(filter.id()));
  }

  @Override
  public void save() {
    box.begin();
  }

  @Override
  public void forget(SavedQuery query) {
    model.deleteQuery(query.id());
  }

  private void keep(String name) {
    String jql = model.state().get().jql();
    if (jql == null) {
      box.failed(Texts.of("list.nothingToSave"));
      return;
    }
    box.sending();
    model.save(name, jql).whenComplete((saved, problem) -> {
      if (problem != null) box.failed(Problems.words(problem));
      else box.done();
    });
  }
}
