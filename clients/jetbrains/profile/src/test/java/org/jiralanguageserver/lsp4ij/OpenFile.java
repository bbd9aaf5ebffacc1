package org.jiralanguageserver.lsp4ij;

import static org.jiralanguageserver.lsp4ij.Ide.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** A file in an editor, and what LSP4IJ shows of what the server says about it. */
final class OpenFile {
  private final Path path;
  private final TextDocumentService server;
  private final ServerCapabilities capabilities;
  private final TextDocumentIdentifier identifier;
  private String text;
  private int version;

  OpenFile(Path path, String languageId, LanguageServer server, ServerCapabilities capabilities) throws IOException {
    this.path = path;
    this.server = server.getTextDocumentService();
    this.capabilities = capabilities;
    identifier = new TextDocumentIdentifier(path.toUri().toString());
    text = Files.readString(path);
    this.server.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(), languageId, version, text)));
  }

  String uri() {
    return identifier.getUri();
  }

  String text() {
    return text;
  }

  /** The place of a word, or of a part of one. */
  Position at(String word) {
    var index = text.indexOf(word);
    if (index < 0) throw new AssertionError("There is no " + word + " in " + text);
    return positionOf(index);
  }

  /** The place behind a word. */
  Position behind(String word) {
    return positionOf(text.indexOf(word) + word.length());
  }

  /** What rests under the mouse, in Markdown; {@code null} where there is nothing to say. */
  String hover(String word) throws Exception {
    if (!Ide.provides(capabilities.getHoverProvider())) return null;
    var hover = answer(server.hover(new HoverParams(identifier, at(word))));
    return hover == null ? null : hover.getContents().getRight().getValue();
  }

  /** What is proposed at the end of what was typed: that of which the filter text begins with it. */
  List<CompletionItem> completions(Position position) throws Exception {
    var list = answer(server.completion(new CompletionParams(identifier, position)));
    var items = list.isLeft() ? list.getLeft() : list.getRight().getItems();
    return items.stream().filter(item -> fits(item, position)).toList();
  }

  /** Takes a proposal. */
  void take(CompletionItem item) {
    apply(List.of(item.getTextEdit().getLeft()));
  }

  /** What a click follows; a link that says not where to is none. */
  List<DocumentLink> links() throws Exception {
    if (capabilities.getDocumentLinkProvider() == null) return List.of();
    return answer(server.documentLink(new DocumentLinkParams(identifier))).stream().filter(link -> link.getTarget() != null).toList();
  }

  List<InlayHint> hints() throws Exception {
    if (!Ide.provides(capabilities.getInlayHintProvider())) return List.of();
    return answer(server.inlayHint(new InlayHintParams(identifier, new Range(new Position(0, 0), positionOf(text.length())))));
  }

  /** The lines of code vision; one without a command is not shown before it is resolved. */
  List<CodeLens> lenses() throws Exception {
    if (capabilities.getCodeLensProvider() == null) return List.of();
    return answer(server.codeLens(new CodeLensParams(identifier))).stream().map(lens -> (CodeLens) lens).filter(lens -> lens.getCommand() != null).toList();
  }

  /** What Alt+Enter has at a place, but for quick fixes: they are at problems. */
  List<CodeAction> intentions(Range range) throws Exception {
    var context = new CodeActionContext(List.of());
    context.setTriggerKind(CodeActionTriggerKind.Automatic);
    return actions(range, context).stream().filter(action -> !CodeActionKind.QuickFix.equals(action.getKind())).toList();
  }

  List<CodeAction> intentions(String word) throws Exception {
    return intentions(new Range(at(word), at(word)));
  }

  /** What Alt+Enter has for a problem. */
  List<CodeAction> quickFixes(Diagnostic diagnostic) throws Exception {
    var context = new CodeActionContext(List.of(diagnostic));
    context.setOnly(List.of(CodeActionKind.QuickFix));
    context.setTriggerKind(CodeActionTriggerKind.Automatic);
    return actions(diagnostic.getRange(), context);
  }

  /** Lays it out. */
  void format() throws Exception {
    apply(answer(server.formatting(new DocumentFormattingParams(identifier, new FormattingOptions(4, true)))).stream().map(edit -> (TextEdit) edit).toList());
  }

  /** Types at a place. */
  void type(Position position, String typed) {
    apply(List.of(new TextEdit(new Range(position, position), typed)));
  }

  /** Writes what a line of a form asks for. */
  void fillIn(String field, String value) {
    var line = text.indexOf("\n" + field + ":") + 1;
    if (!text.startsWith(field + ":", line)) throw new AssertionError("There is no line for “" + field + "” in " + text);
    var end = text.indexOf('\n', line);
    apply(List.of(new TextEdit(new Range(positionOf(line), positionOf(end < 0 ? text.length() : end)), field + ": " + value)));
  }

  /** Writes it to the disk, and tells the server. */
  void save() throws IOException {
    Files.writeString(path, text);
    server.didSave(new DidSaveTextDocumentParams(identifier));
  }

  /** Edits that were made of one state of the file, the last one first, each told to the server. */
  void apply(List<TextEdit> edits) {
    var lastFirst = Comparator.comparingInt((TextEdit edit) -> offsetOf(edit.getRange().getStart())).reversed();
    var changes = new ArrayList<TextDocumentContentChangeEvent>();
    for (var edit : edits.stream().sorted(lastFirst).toList()) {
      var range = edit.getRange();
      text = text.substring(0, offsetOf(range.getStart())) + edit.getNewText() + text.substring(offsetOf(range.getEnd()));
      changes.add(new TextDocumentContentChangeEvent(range, edit.getNewText()));
    }
    version += 1;
    server.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(), version), changes));
  }

  private List<CodeAction> actions(Range range, CodeActionContext context) throws Exception {
    if (!Ide.provides(capabilities.getCodeActionProvider())) return List.of();
    return answer(server.codeAction(new CodeActionParams(identifier, range, context))).stream().map(action -> action.getRight()).toList();
  }

  private boolean fits(CompletionItem item, Position position) {
    var start = item.getTextEdit().getLeft().getRange().getStart();
    var typed = text.substring(offsetOf(start), offsetOf(position)).toLowerCase();
    var filter = item.getFilterText() == null ? item.getLabel() : item.getFilterText();
    return filter.toLowerCase().startsWith(typed);
  }

  private Position positionOf(int offset) {
    var before = text.substring(0, offset);
    var line = (int) before.chars().filter(character -> character == '\n').count();
    return new Position(line, offset - (before.lastIndexOf('\n') + 1));
  }

  private int offsetOf(Position position) {
    var offset = 0;
    for (var line = 0; line < position.getLine(); line += 1) offset = text.indexOf('\n', offset) + 1;
    return offset + position.getCharacter();
  }
}
