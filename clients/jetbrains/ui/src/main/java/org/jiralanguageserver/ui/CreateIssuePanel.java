package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.model.CreateIssueModel;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.model.ProvidersModel;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueType;
import org.jiralanguageserver.protocol.Project;
import org.jiralanguageserver.protocol.Provider;

/** A new issue: its server, where there are several, its project and type, and the fields that Jira's own screen asks for. */
public final class CreateIssuePanel extends JPanel implements AutoCloseable {
  /** What becomes of it. */
  public interface Listener {
    /** The issue was created. */
    void created(Issue issue);

    /** The user wants the panel closed. */
    void closed();
  }

  /** Longer first lines are no summary, but the beginning of a description. Jira takes 255 characters. */
  private static final int LONGEST_SUMMARY = 255;

  private final Listener listener;
  private final CreateIssueModel model;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Banner banner = new Banner();
  private final JProgressBar progress = PlainLabel.asPlain(new JProgressBar());
  private final JComboBox<Provider> server = Choices.of(List.of(), Provider::name);
  private final JComboBox<Project> project = Choices.of(List.of(), each -> each.key() + " – " + each.name());
  private final JComboBox<IssueType> type = Choices.of(List.of(), IssueType::name);
  private final JTextField summary = new JTextField(40);
  private final JTextArea description = new JTextArea(8, 40);
  private final FieldForm fields = new FieldForm();
  private final Titled more = new Titled(Texts.of("create.fields"), fields);
  private final Form where = new Form();
  private final JButton send = Texts.caption("create.send").on(new JButton());
  private final JButton cancel = Texts.caption("cancel").on(new JButton());
  private CreateIssueModel.@Nullable State shown;
  private boolean filling;
  private boolean created;

  /**
   * @param provider the id of the server to begin with; {@code null} for any
   * @param text what the issue begins with: its first line is the summary, the rest the description
   */
  public CreateIssuePanel(JiraModels models, Host host, Listener listener, @Nullable String provider, String text) {
    super(new BorderLayout());
    this.listener = listener;
    model = models.createIssue(provider);
    begin(text.strip());
    add(banner, BorderLayout.PAGE_START);
    add(page(), BorderLayout.CENTER);
    add(buttons(), BorderLayout.PAGE_END);
    getAccessibleContext().setAccessibleName(Texts.of("create.title"));
    progress.setStringPainted(true);
    progress.setString(Texts.of("create.reading"));
    server.addActionListener(event -> chosen(server, Provider.class, each -> model.chooseProvider(each.id())));
    project.addActionListener(event -> chosen(project, Project.class, model::chooseProject));
    type.addActionListener(event -> chosen(type, IssueType.class, model::chooseType));
    send.addActionListener(event -> create());
    cancel.addActionListener(event -> listener.closed());
    subscriptions.add(model.state().observe(this::render));
    subscriptions.add(models.providers().state().observe(state -> offer(state, provider)));
  }

  /** What gets the focus first. */
  public JComponent firstControl() {
    return project;
  }

  /** Ends what is being read. */
  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
    model.close();
  }

  private void begin(String text) {
    String first = text.lines().findFirst().orElse("").strip();
    boolean fits = first.length() <= LONGEST_SUMMARY;
    summary.setText(fits ? first : "");
    description.setText(fits ? text.substring(text.indexOf(first) + first.length()).strip() : text);
    description.setCaretPosition(0);
    description.setLineWrap(true);
    description.setWrapStyleWord(true);
    TabKeys.moveOn(description);
  }

  private JComponent page() {
    Form words = new Form();
    where.row(Texts.caption("create.project").labelFor(project), project);
    where.row(Texts.caption("create.type").labelFor(type), type);
    words.row(Texts.caption("create.summary").labelFor(summary), summary);
    words.row(Texts.caption("create.description").labelFor(description), new JScrollPane(description));
    description.getAccessibleContext().setAccessibleDescription(Texts.of("create.descriptionHelp"));
    description.setToolTipText(Texts.of("create.descriptionHelp"));
    Stack page = new Stack(10, progress, where, words, more);
    page.setBorder(BorderFactory.createEmptyBorder(10, 14, 14, 14));
    JScrollPane scroll = new JScrollPane(page);
    scroll.setBorder(null);
    return scroll;
  }

  private JComponent buttons() {
    JPanel row = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 10));
    row.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.line()));
    row.add(send);
    row.add(cancel);
    return row;
  }

  /** Several servers are offered to choose from; the first that is known is begun with. */
  private void offer(ProvidersModel.State state, @Nullable String first) {
    if (!state.loaded() || server.getItemCount() > 0 || state.providers().isEmpty()) return;
    fill(server, state.providers(), state.providers().stream().filter(each -> each.id().equals(first)).findFirst().orElse(state.providers().get(0)));
    if (state.providers().size() > 1) {
      where.row(Texts.caption("create.server").labelFor(server), server);
      where.revalidate();
    }
    chosen(server, Provider.class, each -> model.chooseProvider(each.id()));
  }

  private void render(CreateIssueModel.State state) {
    @Nullable CreateIssueModel.State before = shown;
    shown = state;
    if (before == null || !before.projects().equals(state.projects()) || !Objects.equals(before.project(), state.project())) fill(project, state.projects(), state.project());
    if (before == null || !before.types().equals(state.types()) || !Objects.equals(before.type(), state.type())) fill(type, state.types(), state.type());
    if (before == null || !before.fields().equals(state.fields())) show(state.fields());
    progress.setVisible(state.busy());
    progress.setIndeterminate(state.busy());
    project.setEnabled(!state.projects().isEmpty());
    type.setEnabled(!state.types().isEmpty());
    send.setEnabled(state.type() != null && !state.busy());
    say(state);
    revalidate();
    repaint();
    if (state.created() == null || created) return;
    created = true;
    listener.created(state.created());
  }

  private void say(CreateIssueModel.State state) {
    boolean noTypes = state.project() != null && state.types().isEmpty() && !state.busy();
    if (state.problem() != null) {
      banner.say(Banner.Kind.ERROR, Problems.words(state.problem()));
      fields.complain(state.problem().fieldErrors());
    } else if (noTypes) banner.say(Banner.Kind.WARNING, Texts.of("create.noTypes"));
    else if (!fields.unfillable().isEmpty()) banner.say(Banner.Kind.WARNING, Texts.of("field.unfillable", String.join(", ", fields.unfillable())));
    else banner.clear();
  }

  private void show(List<Field> asked) {
    fields.show(asked, query -> CompletableFuture.completedFuture(List.of()));
    more.setVisible(!asked.isEmpty());
  }

  private void create() {
    if (summary.getText().isBlank()) {
      banner.say(Banner.Kind.ERROR, Texts.of("create.summaryMissing"));
      summary.requestFocusInWindow();
      return;
    }
    String words = description.getText().strip();
    fields.values().ifPresent(values -> model.create(summary.getText().strip(), words.isEmpty() ? null : words, values));
  }

  private <T> void fill(JComboBox<T> box, List<T> things, @Nullable T selected) {
    filling = true;
    box.removeAllItems();
    things.forEach(box::addItem);
    box.setSelectedItem(selected);
    filling = false;
  }

  private <T> void chosen(JComboBox<?> box, Class<T> kind, Consumer<T> then) {
    if (!filling && kind.isInstance(box.getSelectedItem())) then.accept(kind.cast(box.getSelectedItem()));
  }
}
