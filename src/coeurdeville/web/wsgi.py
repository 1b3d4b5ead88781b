"""What gunicorn serves: `gunicorn coeurdeville.web.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from coeurdeville.web.warming import warm_up

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coeurdeville.web.settings")
application = get_wsgi_application()
warm_up()
