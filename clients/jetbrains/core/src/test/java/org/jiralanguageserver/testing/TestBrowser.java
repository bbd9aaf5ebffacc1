package org.jiralanguageserver.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jetbrains.annotations.Nullable;

/** A person in front of a browser: opens the page of an authorization, logs in by the form, and presses a button. */
public final class TestBrowser {
  private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\"([^>]*)>");
  private static final Pattern CODE = Pattern.compile("verification code is '(\\w+)'");

  private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

  /**
   * Approves an authorization.
   *
   * @return the code that the page shows; {@code null} where the browser was sent back to the agent
   */
  public @Nullable String allow(URI page, String user) {
    return decide(page, user, Map.of("approve", "Allow"));
  }

  /** Refuses an authorization. */
  public void deny(URI page, String user) {
    decide(page, user, Map.of("deny", "Deny"));
  }

  private @Nullable String decide(URI address, String user, Map<String, String> button) {
    Page page = open(address);
    if (page.form("login-form").find()) page = submit(page, "login-form", Map.of("os_username", user, "os_password", user));
    if (page.form("authorize").find()) page = submit(page, "authorize", button);
    Matcher code = CODE.matcher(page.text());
    return code.find() ? code.group(1) : null;
  }

  private record Page(URI address, String text) {
    Matcher form(String name) {
      return Pattern.compile("<form ([^>]*(?:id|name)=\"" + name + "\"[^>]*)>([\\s\\S]*?)</form>").matcher(text);
    }
  }

  private Page open(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  private Page submit(Page page, String form, Map<String, String> values) {
    Matcher found = page.form(form);
    assertTrue(found.find(), "There is no form " + form + " on " + page.address());
    String action = attribute(found.group(1), "action");
    Map<String, String> body = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(found.group(2));
    while (inputs.find()) body.put(attribute(inputs.group(1), "name"), attribute(inputs.group(1), "value"));
    body.putAll(values);
    String encoded = body.entrySet().stream().map(each -> encode(each.getKey()) + "=" + encode(each.getValue())).collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(action.isEmpty() ? page.address() : page.address().resolve(action))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encoded))
        .build());
  }

  private Page send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Page(response.uri(), response.body());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String attribute(String tag, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find() ? matcher.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&") : "";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
