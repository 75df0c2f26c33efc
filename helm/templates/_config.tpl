{{/* What is configured, as variables of the environment; no secret is among them. */}}
{{- define "postroom.config" -}}
POSTROOM_HTTP_PORT: "8080"
POSTROOM_MANAGEMENT_PORT: "9000"
QUARKUS_LOG_CONSOLE_JSON_ENABLED: {{ .Values.logs.json | quote }}
{{- with .Values.mail }}
{{- with .imapUrl }}
POSTROOM_IMAP_URL: {{ . | quote }}
{{- end }}
{{- with .pop3Url }}
POSTROOM_POP3_URL: {{ . | quote }}
{{- end }}
{{- with .servers }}
POSTROOM_SERVERS_FILE: /etc/postroom/servers/servers.yaml
{{- end }}
{{- if not (kindIs "invalid" .userServers) }}
POSTROOM_USER_SERVERS: {{ .userServers | quote }}
{{- end }}
POSTROOM_ALLOW_CLEARTEXT: {{ .allowCleartext | quote }}
POSTROOM_ALLOW_PRIVATE_ADDRESSES: {{ .allowPrivateAddresses | quote }}
{{- with .allowedDomains }}
POSTROOM_ALLOWED_DOMAINS: {{ join "," . | quote }}
{{- end }}
POSTROOM_MAIL_TIMEOUT: {{ .timeout | quote }}
POSTROOM_IMAP_CONNECTIONS: {{ .imapConnections | int64 | quote }}
POSTROOM_POP3_POLL: {{ .pop3Poll | quote }}
POSTROOM_POP3_QUOTA: {{ kindIs "string" .pop3Quota | ternary .pop3Quota (int64 .pop3Quota) | quote }}
{{- end }}
POSTROOM_SIGNIN_LIMIT_PER_NETWORK: {{ .Values.signIn.limitPerNetwork | int64 | quote }}
POSTROOM_SIGNIN_FAILURES_PER_ACCOUNT: {{ .Values.signIn.failuresPerAccount | int64 | quote }}
{{- if include "postroom.caConfigMap" . }}
POSTROOM_TRUST_STORE: /etc/postroom/ca/{{ .Values.extraCa.key }}
{{- end }}
{{- with .Values.publicUrl }}
POSTROOM_PUBLIC_URL: {{ . | quote }}
{{- end }}
{{- with .Values.trustedProxies }}
POSTROOM_TRUSTED_PROXIES: {{ join "," . | quote }}
{{- end }}
{{- with .Values.shutdownDelay }}
POSTROOM_SHUTDOWN_DELAY: {{ . | quote }}
{{- end }}
{{- if .Values.database.url }}
POSTROOM_DB_URL: {{ .Values.database.url | quote }}
{{- with .Values.database.user }}
POSTROOM_DB_USER: {{ . | quote }}
{{- end }}
{{- else }}
POSTROOM_DATA_DIR: /var/lib/postroom
{{- end }}
{{- with .Values.javaOptions }}
JDK_JAVA_OPTIONS: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* What comes out of Secrets. */}}
{{- define "postroom.secretEnv" -}}
{{- if or .Values.secret.existingSecret (include "postroom.generatesSecret" .) }}
- name: POSTROOM_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ include "postroom.secretName" . }}
      key: {{ empty .Values.secret.existingSecret | ternary "secret" .Values.secret.key }}
{{- end }}
{{- with .Values.secret.previousKey }}
- name: POSTROOM_SECRET_PREVIOUS
  valueFrom:
    secretKeyRef:
      name: {{ $.Values.secret.existingSecret }}
      key: {{ . }}
{{- end }}
{{- with .Values.database }}
{{- if .existingSecret }}
- name: POSTROOM_DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .passwordKey }}
{{- if .userKey }}
- name: POSTROOM_DB_USER
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .userKey }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The ports of the hosts in a jdbc:postgresql URL, as a list in JSON. */}}
{{- define "postroom.databasePorts" -}}
{{- $hosts := regexReplaceAll "^jdbc:postgresql://([^/?]*).*$" .Values.database.url "${1}" -}}
{{- $ports := list -}}
{{- range splitList "," $hosts -}}
{{- $ports = append $ports (regexFind ":[0-9]+$" . | trimPrefix ":" | default "5432" | int) -}}
{{- end -}}
{{- $ports | uniq | toJson -}}
{{- end -}}

{{/* The ports for mail: those that are usual, and those of the configured servers. */}}
{{- define "postroom.mailPorts" -}}
{{- $urls := list .Values.mail.imapUrl .Values.mail.pop3Url -}}
{{- range .Values.mail.servers -}}
{{- $urls = concat $urls .servers -}}
{{- end -}}
{{- $ports := .Values.networkPolicy.mailPorts -}}
{{- range $urls -}}
{{- with regexFind ":[0-9]+([/?]|$)" . -}}
{{- $ports = append $ports (regexFind "[0-9]+" . | int) -}}
{{- end -}}
{{- end -}}
{{- $all := list -}}
{{- range $ports -}}
{{- $all = append $all (int .) -}}
{{- end -}}
{{- $all | uniq | toJson -}}
{{- end -}}
