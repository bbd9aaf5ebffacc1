" The fields that a screen of Jira insists on.

" Those that the user must give.
function! jira#fields#needed(fields) abort
  return filter(copy(a:fields), {_, field -> field.required && !field.hasDefault})
endfunction

" Asks for each of them, then calls {Then} with the values by the ids of the fields.
function! jira#fields#ask(fields, Then) abort
  call s:ask_next(jira#fields#needed(a:fields), {}, a:Then)
endfunction

function! s:ask_next(fields, values, Then) abort
  if empty(a:fields)
    return a:Then(a:values)
  endif
  let [field; rest] = a:fields
  let Given = {value -> s:ask_next(rest, extend(a:values, {field.id: field.multiple ? [value] : value}), a:Then)}
  let allowed = get(field, 'allowedValues', v:null)
  if field.kind ==# 'cascade' && type(allowed) == v:t_list
    return jira#ui#select(allowed, field.name .. ':', {each -> each.name}, {outer -> s:ask_inner(field, outer, Given)})
  endif
  if type(allowed) == v:t_list && !empty(allowed)
    return jira#ui#select(allowed, field.name .. ':', {each -> each.name}, {each -> Given(each.id)})
  endif
  call jira#ui#input(jira#text#line(field.name) .. s:form(field.kind) .. ': ', '', {text -> Given(s:value(field.kind, text))})
endfunction

" The second choice of two that depend on each other.
function! s:ask_inner(field, outer, Given) abort
  let inner = get(a:outer, 'children', v:null)
  if type(inner) != v:t_list || empty(inner)
    return a:Given([a:outer.id])
  endif
  call jira#ui#select(inner, a:field.name .. ', ' .. a:outer.name .. ':', {each -> each.name}, {each -> a:Given([a:outer.id, each.id])})
endfunction

function! s:form(kind) abort
  return get({'date': ' (yyyy-mm-dd)', 'dateTime': ' (yyyy-mm-ddThh:mm:ssZ)', 'user': ' (login name)', 'issue': ' (key)', 'timeTracking': ' (minutes)'}, a:kind, '')
endfunction

" In the plain form of its kind; see `FieldKind` in the agent's documentation.
function! s:value(kind, text) abort
  if a:kind ==# 'number'
    return str2float(a:text)
  elseif a:kind ==# 'markup'
    return {'markdown': a:text}
  elseif a:kind ==# 'timeTracking'
    return {'originalEstimate': str2nr(a:text) * 60}
  endif
  return a:text
endfunction
