{{- define "postroom.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* 52 characters, so that every suffix of ours still makes a name of 63. */}}
{{- define "postroom.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "postroom.name" . -}}
{{- $full := contains $name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $name) -}}
{{- $full | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Never changed after a release: a Deployment's selector cannot be. No version in it. */}}
{{- define "postroom.selector" -}}
app.kubernetes.io/name: {{ include "postroom.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: webmail
{{- end -}}

{{- define "postroom.commonLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: postroom
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{- define "postroom.labels" -}}
{{ include "postroom.selector" . }}
{{ include "postroom.commonLabels" . }}
{{- end -}}

{{- define "postroom.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (.Values.serviceAccount.create | ternary (include "postroom.fullname" .) "default") -}}
{{- end -}}

{{- define "postroom.image" -}}
{{- $name := required "image.repository: name the image that you built and pushed (there is no public one yet); helm/README.md says how." .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $name .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{/* "true" where Postroom runs a PostgreSQL of its own in the pod. */}}
{{- define "postroom.privateDatabase" -}}
{{- if not .Values.database.url }}true{{ end -}}
{{- end -}}

{{/* "true" where this chart makes the operator's secret. */}}
{{- define "postroom.generatesSecret" -}}
{{- if and .Values.database.url (not .Values.secret.existingSecret) }}true{{ end -}}
{{- end -}}

{{- define "postroom.secretName" -}}
{{- .Values.secret.existingSecret | default (include "postroom.fullname" .) -}}
{{- end -}}

{{- define "postroom.caConfigMap" -}}
{{- if .Values.extraCa.existingConfigMap -}}
{{- .Values.extraCa.existingConfigMap -}}
{{- else if .Values.extraCa.pem -}}
{{- include "postroom.fullname" . }}-ca
{{- end -}}
{{- end -}}
