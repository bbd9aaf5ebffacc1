package org.jiralanguageserver.ui;

import java.util.function.Consumer;

/** Where somebody is found to whom an issue is assigned. */
final class AssignBox extends Deed {
  private final Person person;
  private final Consumer<String> send;

  /** @param send is given the login name */
  AssignBox(PeopleSearch people, Consumer<String> send, Runnable cancelled) {
    super(Texts.caption("assign.send"));
    this.send = send;
    person = new Person(people);
    Form form = new Form();
    form.row(Texts.caption("assign.person").labelFor(person.control()), person.component());
    fill(form);
    also(Texts.caption("cancel"), cancelled);
    setVisible(false);
  }

  void begin() {
    sent();
    setVisible(true);
    person.begin();
  }

  @Override
  protected void send() {
    person.value().ifPresentOrElse(name -> send.accept((String) name), () -> person.control().requestFocusInWindow());
  }
}
