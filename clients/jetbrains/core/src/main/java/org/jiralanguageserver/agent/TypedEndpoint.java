package org.jiralanguageserver.agent;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jiralanguageserver.protocol.JiraClient;
import org.jiralanguageserver.wire.JiraJson;

/**
 * Reads the params of our own methods, which LSP4J leaves as JSON.
 * LSP4J would log what it cannot read, word by word, and a secret may be in it.
 */
final class TypedEndpoint implements Endpoint {
  private static final Map<String, JsonRpcMethod> METHODS = ServiceEndpoints.getSupportedMethods(JiraClient.class);

  private final Endpoint client;

  TypedEndpoint(JiraClient client) {
    this.client = ServiceEndpoints.toEndpoint(client);
  }

  @Override
  public CompletableFuture<?> request(String method, Object params) {
    Object read;
    try {
      read = read(method, params);
    } catch (RuntimeException unreadable) {
      return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, "The params of " + method + " cannot be read.", null)));
    }
    return client.request(method, read);
  }

  @Override
  public void notify(String method, Object params) {
    Object read;
    try {
      read = read(method, params);
    } catch (RuntimeException unreadable) {
      return;
    }
    client.notify(method, read);
  }

  private static Object read(String method, Object params) {
    JsonRpcMethod known = METHODS.get(method);
    return params instanceof JsonElement json && known != null ? JiraJson.fromJson(json, (Class<?>) known.getParameterTypes()[0]) : params;
  }
}
