/** The tables of the organization's database, version by version. A version that was released is never changed. */

/** A step from one version to the next. */
export interface Migration {
  readonly version: number;
  /** The oldest version whose agents can read these tables. */
  readonly oldestReader: number;
  readonly sql: string;
}

/**
 * Who may do what is decided here and not by agents. Each organization has two roles. Row-level security shows its rows
 * to these alone; members may only read. A report goes through a function, so that nobody but administrators has a right
 * to write into any table. What is encrypted is checked for being so. Whoever owns the tables, and may change them,
 * makes organizations; notifications say that something changed, and never what.
 */
const first = `
create schema jira_language_server;

create table jira_language_server.migrations (
  version integer primary key,
  oldest_reader integer not null,
  applied_at timestamptz not null default now(),
  applied_by name not null default current_user
);

create table jira_language_server.organizations (
  id bigint generated always as identity primary key,
  name text not null unique check (char_length(name) between 1 and 100),
  administrators regrole not null,
  members regrole not null,
  recipients text[] not null default '{}' check (cardinality(recipients) <= 101),
  identity text check (identity ~ '^-----BEGIN AGE ENCRYPTED FILE-----' and length(identity) <= 20000),
  revision bigint not null default 1
);

create table jira_language_server.providers (
  id bigint generated always as identity primary key,
  organization bigint not null references jira_language_server.organizations on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  base_url text not null check (base_url ~ '^https?://[^/?#@[:space:]]+(/[^?#[:space:]]*)?$' and length(base_url) <= 2048),
  type text not null check (type in ('oauth1', 'token', 'basic')),
  consumer_key text not null default '' check ((type = 'oauth1') = (consumer_key <> '') and length(consumer_key) <= 255),
  ca text check (ca !~ 'PRIVATE KEY' and length(ca) <= 100000),
  server jsonb check (length(server::text) <= 10000),
  withdrawn_at timestamptz,
  unique (organization, base_url, type, consumer_key),
  unique (organization, id)
);

create table jira_language_server.keys (
  organization bigint not null,
  provider bigint not null,
  fingerprint text not null check (fingerprint ~ '^SHA256:[A-Za-z0-9+/]{43}$'),
  private_key text not null check (private_key ~ '^-----BEGIN AGE ENCRYPTED FILE-----' and length(private_key) <= 20000),
  identity text check (identity ~ '^-----BEGIN AGE ENCRYPTED FILE-----' and length(identity) <= 20000),
  added_at timestamptz not null default clock_timestamp(),
  primary key (provider, fingerprint),
  foreign key (organization, provider) references jira_language_server.providers (organization, id) on delete cascade
);

create table jira_language_server.reports (
  organization bigint not null,
  provider bigint not null,
  reporter text not null,
  label text,
  fingerprint text not null,
  seen_on date not null default current_date,
  primary key (provider, reporter),
  foreign key (organization, provider) references jira_language_server.providers (organization, id) on delete cascade
);

alter table jira_language_server.organizations enable row level security;
alter table jira_language_server.providers enable row level security;
alter table jira_language_server.keys enable row level security;
alter table jira_language_server.reports enable row level security;

create policy seen on jira_language_server.organizations for select
  using (pg_has_role(members::oid, 'usage') or pg_has_role(administrators::oid, 'usage'));
create policy administered on jira_language_server.organizations for update
  using (pg_has_role(administrators::oid, 'usage')) with check (pg_has_role(administrators::oid, 'usage'));

create policy seen on jira_language_server.providers for select
  using (exists (select from jira_language_server.organizations o where o.id = organization));
create policy administered on jira_language_server.providers for all
  using (exists (select from jira_language_server.organizations o where o.id = organization and pg_has_role(o.administrators::oid, 'usage')))
  with check (exists (select from jira_language_server.organizations o where o.id = organization and pg_has_role(o.administrators::oid, 'usage')));

create policy seen on jira_language_server.keys for select
  using (exists (select from jira_language_server.organizations o where o.id = organization));
create policy administered on jira_language_server.keys for all
  using (exists (select from jira_language_server.organizations o where o.id = organization and pg_has_role(o.administrators::oid, 'usage')))
  with check (exists (select from jira_language_server.organizations o where o.id = organization and pg_has_role(o.administrators::oid, 'usage')));

create policy administered on jira_language_server.reports for all
  using (exists (select from jira_language_server.organizations o where o.id = organization and pg_has_role(o.administrators::oid, 'usage')))
  with check (exists (select from jira_language_server.organizations o where o.id = organization and pg_has_role(o.administrators::oid, 'usage')));

create function jira_language_server.count_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update jira_language_server.organizations set revision = revision + 1
    where id = (case when tg_op = 'DELETE' then old.organization else new.organization end);
  return null;
end $$;

create function jira_language_server.tell_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('jira_language_server', new.id::text);
  return null;
end $$;

create function jira_language_server.count_revision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.revision = old.revision then new.revision := old.revision + 1; end if;
  return new;
end $$;

create trigger counted after insert or update or delete on jira_language_server.providers
  for each row execute function jira_language_server.count_change();
create trigger counted after insert or update or delete on jira_language_server.keys
  for each row execute function jira_language_server.count_change();
create trigger counted before update on jira_language_server.organizations
  for each row execute function jira_language_server.count_revision();
create trigger told after insert or update on jira_language_server.organizations
  for each row execute function jira_language_server.tell_change();

create function jira_language_server.report(its_provider bigint, its_reporter text, its_label text, its_fingerprint text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its_organization bigint;
begin
  select p.organization into its_organization
    from jira_language_server.providers p join jira_language_server.organizations o on o.id = p.organization
    where p.id = its_provider
      and (pg_has_role(session_user, o.members::oid, 'member') or pg_has_role(session_user, o.administrators::oid, 'member'));
  if its_organization is null then
    raise insufficient_privilege using message = 'There is no such provider, or you are no member of its organization.';
  end if;
  if its_reporter is null or char_length(its_reporter) not between 16 and 64 or char_length(coalesce(its_label, '')) > 100 then
    raise invalid_parameter_value using message = 'A report needs an identifier of 16 to 64 characters; its name has 100 at the most.';
  end if;
  if not exists (select from jira_language_server.keys k where k.provider = its_provider and k.fingerprint = its_fingerprint) then
    return;
  end if;
  delete from jira_language_server.reports r where r.provider = its_provider and r.seen_on < current_date - 90;
  if (select count(*) from jira_language_server.reports r where r.provider = its_provider and r.reporter <> its_reporter) >= 20000 then
    return;
  end if;
  insert into jira_language_server.reports (organization, provider, reporter, label, fingerprint)
    values (its_organization, its_provider, its_reporter, its_label, its_fingerprint)
    on conflict (provider, reporter) do update set label = excluded.label, fingerprint = excluded.fingerprint, seen_on = excluded.seen_on;
end $$;

revoke all on all tables in schema jira_language_server from public;
revoke all on all functions in schema jira_language_server from public;
`;

/** All of them, in order. */
export const migrations: readonly Migration[] = [{ version: 1, oldestReader: 1, sql: first }];

/** The version of the tables that this agent makes and knows. */
export const newestVersion = migrations.at(-1)!.version;

/** What the roles of an organization may do; `ADMINISTRATORS` and `MEMBERS` stand for them. Granting it again does no harm. */
export const grants = `
grant usage on schema jira_language_server to ADMINISTRATORS, MEMBERS;
grant select on jira_language_server.migrations, jira_language_server.organizations, jira_language_server.providers, jira_language_server.keys
  to ADMINISTRATORS, MEMBERS;
grant update (recipients, identity) on jira_language_server.organizations to ADMINISTRATORS;
grant insert, update, delete on jira_language_server.providers, jira_language_server.keys to ADMINISTRATORS;
grant select, delete on jira_language_server.reports to ADMINISTRATORS;
grant execute on function jira_language_server.report(bigint, text, text, text) to ADMINISTRATORS, MEMBERS;
`;
